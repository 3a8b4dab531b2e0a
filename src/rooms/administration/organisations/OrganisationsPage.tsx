import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { treeOf, type Branch } from '#kernel/organisation/organisation.ts';
import { isVacant } from '#kernel/organisation/post.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useOrganisations } from '#web/api/accountQueries.ts';
import { newId } from '#web/api/newId.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { useAddress } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { OrganisationPanel } from './OrganisationPanel.tsx';
import './organisations.css';

const words = defineWords({
  title: { zh: '单位与岗位', en: 'Organisations and posts' },
  summary: { zh: '{n} 个单位 · {posts} 个岗位 · {vacant} 个空缺', en: 'Organisations: {n} · posts: {posts} · vacant: {vacant}' },
  add: { zh: '新增单位', en: 'New organisation' },
  onlyVacant: { zh: '只看有空缺岗位的单位', en: 'Only organisations with a vacant post' },
  tree: { zh: '单位树', en: 'Organisations' },
  vacantHere: { zh: '空缺 {n}', en: '{n} vacant' },
  choose: { zh: '从左侧选择一个单位，查看其岗位和人员。', en: 'Choose an organisation to see its posts and people.' },
  noneVacant: { zh: '没有空缺的岗位。', en: 'No post is vacant.' },
  empty: {
    zh: '还没有单位。先建县应急管理局，再建其股室、乡镇应急办，然后设岗位、定 A/B 岗。',
    en: 'No organisations yet. Begin with the bureau, then its sections and the townships, then posts with holders A and B.',
  },
});

/** The tree of organisations; beside it the posts of the one that is open, with who holds them. */
export default function OrganisationsPage() {
  const say = useText();
  const asked = useOrganisations();
  const { data: me } = useSession();
  const [{ at, vacant }, change] = useAddress();
  const [isAdding, setAdding] = useState(false);
  const nowMs = useNow(1000);
  const { organisations = [], posts = [] } = asked.data ?? {};
  const vacantIn = (id: string) => posts.filter((post) => post.organisationId === id && isVacant(post.holders, nowMs)).length;
  const isKeeper = hasAnyRole(me, ['administrator']);
  const open = organisations.find(({ id }) => id === at);
  const shown = vacant === '1' ? withVacant(treeOf(organisations), vacantIn) : treeOf(organisations);
  const add = isKeeper ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(words.add)}
    </Button>
  ) : undefined;

  return (
    <PageFrame
      title={words.title}
      waitFor={[asked]}
      summary={say(words.summary, {
        n: organisations.length,
        posts: posts.length,
        vacant: posts.filter(({ holders }) => isVacant(holders, nowMs)).length,
      })}
      actions={add}
      empty={{ when: organisations.length === 0 && !isAdding, text: words.empty, action: add }}
    >
      <div className={open ? 'organisations organisations-open' : 'organisations'}>
        <nav className="panel organisation-tree" aria-label={say(words.tree)}>
          <Checkbox checked={vacant === '1'} onChange={(event) => change({ vacant: event.target.checked ? '1' : undefined })}>
            {say(words.onlyVacant)}
          </Checkbox>
          {shown.length === 0 ? (
            <p className="organisation-note">{say(words.noneVacant)}</p>
          ) : (
            <Branches branches={shown} current={at} vacantIn={vacantIn} choose={(id) => change({ at: id })} />
          )}
        </nav>
        {open && asked.data ? (
          <OrganisationPanel
            key={open.id}
            organisation={open}
            all={asked.data}
            isKeeper={isKeeper}
            close={() => change({ at: undefined })}
          />
        ) : (
          <p className="panel organisation-note organisation-choose">{say(words.choose)}</p>
        )}
      </div>
      {isAdding && me && (
        <OrganisationForm
          before={null}
          draft={{
            id: newId(),
            parentId: open?.id ?? null,
            areaCode: open?.areaCode ?? me.areaCode,
            name: '',
            kind: 'section',
            phone: '',
            version: 0,
          }}
          organisations={organisations}
          close={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            change({ at: saved.id });
          }}
        />
      )}
    </PageFrame>
  );
}

/** Branches that hold a vacant post, themselves or further down. */
function withVacant(branches: readonly Branch[], vacantIn: (id: string) => number): Branch[] {
  return branches.flatMap((branch) => {
    const below = withVacant(branch.below, vacantIn);
    return below.length > 0 || vacantIn(branch.organisation.id) > 0 ? [{ ...branch, below }] : [];
  });
}

interface BranchesProps {
  branches: readonly Branch[];
  current: string | undefined;
  vacantIn: (id: string) => number;
  choose: (id: string) => void;
}

function Branches({ branches, current, vacantIn, choose }: BranchesProps) {
  const say = useText();
  return (
    <ul>
      {branches.map(({ organisation: { id, name }, below }) => {
        const vacant = vacantIn(id);
        return (
          <li key={id}>
            <button type="button" className="plain" aria-current={id === current || undefined} onClick={() => choose(id)}>
              {name} {vacant > 0 && <span className="post-vacant">{say(words.vacantHere, { n: vacant })}</span>}
            </button>
            {below.length > 0 && <Branches branches={below} current={current} vacantIn={vacantIn} choose={choose} />}
          </li>
        );
      })}
    </ul>
  );
}
