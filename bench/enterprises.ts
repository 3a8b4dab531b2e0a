import type { Pool } from 'pg';

/** Enterprises with names, divisions and values spread as in a county; seconds of the load are no figure of this bench. */
export async function fillEnterprises(pool: Pool, records: number): Promise<void> {
  await pool.query(
    `insert into enterprises (id, area_code, created_at, created_by, updated_at, updated_by, name, industry, risk_level, staff, address, principal, phone)
     select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n * 7919 % 1000003), 12, '0'))::text::uuid,
       '341322' || lpad((100 + n % 24)::text, 3, '0'), now(), 'bench', timestamptz '2026-01-01' + n * interval '1 minute', 'bench',
       (array['龙城','永堌','黄口','杨楼','张庄','圣泉','白土','马井'])[1 + n % 8] || case when n % 500 = 0 then '龙湖' else '' end
         || (array['食品','化工','木业','纺织','机械','建材','商贸'])[1 + n % 7] || n || '有限公司' || case when n % 1000 = 7 then ' Alpha7' else '' end,
       (array['food','chemical','wood','textile','metal','buildingMaterials','commerce'])[1 + n % 7],
       (array['red','orange','yellow','blue'])[1 + (n * 7919) % 4], (n * 31) % 500, '萧县' || (n % 300) || '号', '张' || n, '138' || lpad(n::text, 8, '0')
     from generate_series(1, $1::integer) as n`,
    [records],
  );
  await pool.query('vacuum analyze enterprises');
}
