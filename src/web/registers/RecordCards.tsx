import { Button } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { listedFields } from './listAddress.ts';
import { titleOf } from './titles.ts';
import type { ShownRecords } from './RecordTable.tsx';

const words = defineWords({
  more: { zh: '载入更多', en: 'Load more' },
  untitled: { zh: '（未命名）', en: '(no name)' },
  choose: { zh: '选择 {what}', en: 'Choose {what}' },
});

/** So many fields stand on a card besides its title. */
const fieldsOnCard = 3;

/** A list on a phone: one card a record. */
export function RecordCards({ declaration, records, hasMore, isLoadingMore, loadMore, chosen, choose }: ShownRecords) {
  const say = useText();
  const names = listedFields(declaration.fields).filter((name) => name !== declaration.title);
  return (
    <>
      <ul className="record-cards">
        {records.map((record) => {
          const filled = names
            .filter((name) => record[name] !== null && record[name] !== undefined && record[name] !== '')
            .slice(0, fieldsOnCard);
          return (
            <li key={record.id} className="panel record-card">
              {choose && (
                <label className="record-card-check">
                  <input
                    type="checkbox"
                    aria-label={say(words.choose, { what: titleOf(declaration, record) || say(words.untitled) })}
                    checked={chosen?.includes(record.id) === true}
                    onChange={() => choose((before) => toggled(before, record.id))}
                  />
                </label>
              )}
              <span className="title-cell">
                <PageLink to={`/registers/${declaration.id}/${record.id}`}>{titleOf(declaration, record) || say(words.untitled)}</PageLink>
                <DemoTag shown={record.demo} />
              </span>
              <dl>
                {filled.map((name) => {
                  const field = declaration.fields[name];
                  return (
                    field && (
                      <div key={name}>
                        <dt>{say(field.label)}</dt>
                        <dd>
                          <FieldCell field={field} value={record[name]} />
                        </dd>
                      </div>
                    )
                  );
                })}
              </dl>
              <span className="record-card-area">
                <AreaName code={record.areaCode} />
              </span>
            </li>
          );
        })}
      </ul>
      {hasMore && (
        <Button block loading={isLoadingMore} onClick={loadMore}>
          {say(words.more)}
        </Button>
      )}
    </>
  );
}

const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
