import { useInside } from '#web/api/warningInForceQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { registerById } from '#web/registers/declared.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { inForceWords as words } from './inForceWords.ts';

const mostShown = 500;

/** Schools, care homes, unsafe houses, plants, reservoirs … inside the area: how many, how many people, and which. */
export function InsideList({ id }: { id: string }) {
  const say = useText();
  const { data } = useInside(id);
  return (
    <section className="panel case-panel">
      <h2>{say(words.inside)}</h2>
      {data?.length === 0 && <p className="case-quiet">{say(words.insideNone)}</p>}
      {data?.map(({ register, count, people, items }) => (
        <details key={register} className="in-force-inside">
          <summary>
            <strong>{say(registerById(register)?.label ?? { zh: register, en: register })}</strong> {count}
            {people !== null && <span className="case-quiet"> {say(words.people, { n: people.toLocaleString('en') })}</span>}
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.name)}</th>
                <th scope="col">{say(words.division)}</th>
                <th scope="col">{say(words.contact)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td>
                    <PageLink to={`/registers/${register}/${item.id}`}>{item.name || item.id}</PageLink> <DemoTag shown={item.demo} />
                    {item.people !== null && <span className="case-quiet"> {say(words.people, { n: item.people })}</span>}
                  </td>
                  <td>
                    <AreaName code={item.areaCode} />
                  </td>
                  <td>{item.contact}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {count > items.length && <p className="case-quiet">{say(words.more, { n: mostShown })}</p>}
        </details>
      ))}
    </section>
  );
}
