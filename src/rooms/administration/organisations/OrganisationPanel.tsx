import { Button } from 'antd';
import { useState } from 'react';
import { organisationKinds, type Organisation, type Person } from '#kernel/organisation/organisation.ts';
import type { Post } from '#kernel/organisation/post.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Organisations } from '#web/api/accountQueries.ts';
import { newId } from '#web/api/newId.ts';
import { useText } from '#web/language/language.tsx';
import { AreaName } from '#web/tables/cells.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PostCard } from './PostCard.tsx';
import { PostForm } from './PostForm.tsx';
import { RemoveThing } from './RemoveThing.tsx';

const words = defineWords({
  back: { zh: '返回单位树', en: 'Back to the tree' },
  edit: { zh: '编辑', en: 'Edit' },
  posts: { zh: '岗位', en: 'Posts' },
  addPost: { zh: '新增岗位', en: 'New post' },
  noPosts: { zh: '还没有岗位。岗位写明职责，人员变动时职责不断。', en: 'No posts yet. A post keeps its duties when people move.' },
  people: { zh: '人员', en: 'People' },
  addPerson: { zh: '新增人员', en: 'New person' },
  noPeople: { zh: '还没有人员。', en: 'No people yet.' },
  withAccount: { zh: '有登录账号', en: 'may sign in' },
});

interface OrganisationPanelProps {
  organisation: Organisation;
  all: Organisations;
  isKeeper: boolean;
  close: () => void;
}

type Editing = { what: 'organisation' } | { what: 'post'; post: Post | null } | { what: 'person'; person: Person | null };

/** One organisation: its posts with holders, vacant ones first, and its people. */
export function OrganisationPanel({ organisation, all, isKeeper, close }: OrganisationPanelProps) {
  const say = useText();
  const [editing, setEditing] = useState<Editing | null>(null);
  const done = () => setEditing(null);
  const { id, areaCode } = organisation;
  const posts = all.posts.filter((post) => post.organisationId === id);
  const people = all.persons.filter((person) => person.organisationId === id);
  return (
    <div className="organisation-panel">
      <section className="panel">
        <header className="organisation-head">
          <Button className="organisation-back" onClick={close}>
            {say(words.back)}
          </Button>
          <div>
            <h2>{organisation.name}</h2>
            <p>
              {say(organisationKinds[organisation.kind])} · <AreaName code={areaCode} />
              {organisation.phone !== '' && ` · ${organisation.phone}`}
            </p>
          </div>
          {isKeeper && (
            <span className="organisation-acts">
              <Button onClick={() => setEditing({ what: 'organisation' })}>{say(words.edit)}</Button>
              <RemoveThing path={`/organisations/${id}`} onRemoved={close} />
            </span>
          )}
        </header>
      </section>

      <section className="panel" aria-labelledby="posts-of">
        <header className="organisation-head">
          <h2 id="posts-of">{say(words.posts)}</h2>
          {isKeeper && <Button onClick={() => setEditing({ what: 'post', post: null })}>{say(words.addPost)}</Button>}
        </header>
        {posts.length === 0 && <p className="organisation-note">{say(words.noPosts)}</p>}
        {posts.map((post) => (
          <PostCard key={post.id} post={post} all={all} isKeeper={isKeeper} edit={() => setEditing({ what: 'post', post })} />
        ))}
      </section>

      <section className="panel" aria-labelledby="people-of">
        <header className="organisation-head">
          <h2 id="people-of">{say(words.people)}</h2>
          {isKeeper && <Button onClick={() => setEditing({ what: 'person', person: null })}>{say(words.addPerson)}</Button>}
        </header>
        {people.length === 0 && <p className="organisation-note">{say(words.noPeople)}</p>}
        <ul className="organisation-people">
          {people.map((person) => (
            <li key={person.id}>
              <b>{person.name}</b>
              <span>{person.phone}</span>
              <span>{person.accountId !== null && say(words.withAccount)}</span>
              {isKeeper && (
                <span className="organisation-acts">
                  <Button size="small" type="text" onClick={() => setEditing({ what: 'person', person })}>
                    {say(words.edit)}
                  </Button>
                  <RemoveThing path={`/persons/${person.id}`} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>

      {editing?.what === 'organisation' && (
        <OrganisationForm before={organisation} draft={organisation} organisations={all.organisations} close={done} onSaved={done} />
      )}
      {editing?.what === 'post' && (
        <PostForm
          draft={
            editing.post ?? {
              id: newId(),
              organisationId: id,
              areaCode,
              name: '',
              code: null,
              duties: '',
              grants: [],
              superiorId: null,
              version: 0,
            }
          }
          posts={all.posts}
          close={done}
          onSaved={done}
        />
      )}
      {editing?.what === 'person' && (
        <PersonForm
          draft={editing.person ?? { id: newId(), organisationId: id, areaCode, name: '', phone: '', accountId: null, version: 0 }}
          taken={all.persons.flatMap(({ accountId }) => accountId ?? [])}
          close={done}
          onSaved={done}
        />
      )}
    </div>
  );
}
