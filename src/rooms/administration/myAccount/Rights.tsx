import { roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useOrganisations, type OwnAccount } from '#web/api/accountQueries.ts';
import { useText } from '#web/language/language.tsx';
import { AreaName } from '#web/tables/cells.tsx';
import { Section } from './Section.tsx';

const words = defineWords({
  title: { zh: '我的权限和岗位', en: 'My rights and posts' },
  lead: {
    zh: '本账号、所任岗位和他人授权合在一起，现在有效的权限。',
    en: 'What counts now: of the account itself, of the posts held, and of what others handed over.',
  },
  role: { zh: '角色', en: 'Role' },
  area: { zh: '生效范围', en: 'Where' },
  posts: { zh: '现任岗位', en: 'Posts held' },
  none: { zh: '没有权限。请联系系统管理员。', en: 'No rights. Ask the administrator.' },
  noPosts: { zh: '没有岗位', en: 'None' },
});

export function Rights({ own }: { own: OwnAccount }) {
  const say = useText();
  const { data } = useOrganisations();
  const posts = data?.posts.filter(({ id }) => own.posts.includes(id)) ?? [];
  return (
    <Section title={words.title} lead={words.lead}>
      {own.grants.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <table className="account-table">
          <thead>
            <tr>
              <th scope="col">{say(words.role)}</th>
              <th scope="col">{say(words.area)}</th>
            </tr>
          </thead>
          <tbody>
            {own.grants.map(({ role, areaCode }) => (
              <tr key={`${role} ${areaCode}`}>
                <td>{say(roleNames[role])}</td>
                <td>
                  <AreaName code={areaCode} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="account-lead">
        {say(words.posts)}: {posts.length === 0 ? say(words.noPosts) : posts.map(({ name }) => name).join('、')}
      </p>
    </Section>
  );
}
