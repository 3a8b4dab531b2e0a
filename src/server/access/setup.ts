import { randomBytes, randomUUIDv7, timingSafeEqual } from 'node:crypto';
import type { Actor, Grant } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { counties } from '../../../counties/counties.ts';
import type { CountyPack } from '../../../counties/county.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { addAccount, countAccounts } from '../storage/accounts.ts';
import { saveAreas } from '../storage/areas.ts';
import type { Transaction } from '../storage/database.ts';
import { saveDemo } from '../storage/demo.ts';
import { writeJournal } from '../storage/journal.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { hashPassword, passwordFault } from './password.ts';

// The first start. A one-time link creates the administrator, loads the county's divisions and, if wanted, the demo story.

const installer: Actor = { kind: 'system', accountId: null, name: '安装', roles: [], areaCode: '', posts: [], from: 'internal' };
const demoSeed = 341_322;

export interface CountyFacts {
  code: string;
  name: { zh: string; en: string };
  center: [number, number];
  bbox: [number, number, number, number];
}

export interface SetupAsk {
  token: string;
  account: string;
  password: string;
  name: string;
  county: string;
  demo: boolean;
}

export class Setup {
  readonly #context: Context;
  readonly #token = randomBytes(24).toString('base64url');
  #done: boolean;
  #county: CountyFacts | null;

  constructor(context: Context, state: { done: boolean; county: CountyFacts | null }) {
    this.#context = context;
    this.#done = state.done;
    this.#county = state.county;
    if (state.county) context.county = state.county.code;
  }

  /** Reads from the database whether set-up has been done. */
  static async open(context: Context): Promise<Setup> {
    const state = await context.database.transaction(installer, async (tx) => ({
      done: (await countAccounts(tx)) > 0,
      county: await readSetting<CountyFacts>(tx, 'county'),
    }));
    return new Setup(context, state);
  }

  get needed(): boolean {
    return !this.#done;
  }

  get county(): CountyFacts | null {
    return this.#county;
  }

  /** Path and token of the one-time link. */
  get link(): string {
    return `/setup?token=${this.#token}`;
  }

  async run(ask: SetupAsk, from: string): Promise<Outcome<null>> {
    if (this.#done) return refuse('setup-done', 410, { zh: '系统已完成设置', en: 'Set-up has been done already' });
    if (!sameText(ask.token, this.#token))
      return refuse('setup-link-invalid', 403, {
        zh: '设置链接无效，请使用服务器启动时打印的链接',
        en: 'The set-up link is not valid: use the one the server printed',
      });
    return this.#create(ask, from);
  }

  /** Set-up without a page, for installations by script (ANLAN_ADMIN_PASSWORD). */
  async runUnattended(password: string, county: string, demo: boolean): Promise<Outcome<null>> {
    return this.#create({ token: '', account: 'admin', password, name: '系统管理员', county, demo }, 'internal');
  }

  async #create(ask: SetupAsk, from: string): Promise<Outcome<null>> {
    const fault = passwordFault(ask.password);
    if (fault) return refuse('password-weak', 422, fault, { fields: [{ field: 'password', value: null, rule: 'password', text: fault }] });
    const entry = counties.find(({ code }) => code === ask.county);
    if (!entry) return refuse('county-unknown', 422, { zh: `没有县区数据包 ${ask.county}`, en: `There is no county pack ${ask.county}` });
    const pack = await entry.load();
    const password = await hashPassword(ask.password);
    const { clock } = this.#context;
    const facts: CountyFacts = { code: pack.code, name: pack.name, center: pack.centre, bbox: pack.bbox };
    const outcome = await inTransaction(this.#context, { ...installer, from }, async (tx) => {
      if ((await countAccounts(tx)) > 0)
        throw new RefusalError(refuse('setup-done', 410, { zh: '系统已完成设置', en: 'Set-up has been done already' }));
      const id = randomUUIDv7();
      await addAccount(
        tx,
        { id, account: ask.account, name: ask.name, grants: firstGrants(pack.code), areaCode: pack.code, password },
        clock.now(),
      );
      await savePack(tx, pack);
      await writeSetting(tx, 'county', facts);
      await writeSetting(tx, 'indicators', pack.indicators);
      if (ask.demo) await writeDemo(this.#context, tx, pack);
      await writeJournal(tx, clock, [
        {
          act: 'setUp',
          subjectKind: 'county',
          subjectId: pack.code,
          areaCode: pack.code,
          detail: { account: ask.account, demo: ask.demo },
        },
      ]);
      return null;
    });
    if (outcome.ok) {
      this.#done = true;
      this.#county = facts;
      this.#context.county = pack.code;
    }
    return outcome;
  }
}

/** The first person runs the program and answers alarms until others are invited. */
function firstGrants(areaCode: string): Grant[] {
  return [
    { role: 'administrator', areaCode },
    { role: 'dutyOfficer', areaCode },
  ];
}

async function savePack(tx: Transaction, pack: CountyPack): Promise<void> {
  const [lon, lat] = pack.centre;
  await saveAreas(tx, [
    { code: pack.code, parentCode: null, level: 'county', name: pack.name, lon, lat, geometry: pack.outline, demo: false },
    ...pack.divisions.map(({ code, level, name }) => ({
      code,
      parentCode: pack.code,
      level,
      name,
      lon: null,
      lat: null,
      geometry: null,
      demo: false,
    })),
  ]);
}

/** Writes the pack's demo story, ending now. */
export async function writeDemo(context: Context, tx: Transaction, pack: CountyPack): Promise<void> {
  if (!pack.makeDemo)
    throw new RefusalError(refuse('demo-missing', 422, { zh: '这个县区没有演示数据', en: 'This county has no demo story' }));
  const story = pack.makeDemo(demoSeed, context.clock.nowMs());
  await saveDemo(tx, story, mustKnow, context.clock.now());
  await writeSetting(tx, 'demo', { loadedAt: context.clock.now().toISOString() });
}

function mustKnow(id: string) {
  const declaration = registerById(id) ?? caseById(id);
  if (!declaration) throw new Error(`demo story names unknown register ${id}`);
  return declaration;
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
