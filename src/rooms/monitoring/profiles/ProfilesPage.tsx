import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { profiles } from './profiles.ts';
import './profiles.css';

const words = defineWords({
  title: { zh: '监测专题', en: 'Monitoring' },
  summary: { zh: '每类监测看什么、按什么报警。', en: 'What each kind of monitoring watches, and what raises an alarm.' },
});

/** Every monitoring profile. */
export default function ProfilesPage() {
  const say = useText();
  return (
    <PageFrame title={words.title} summary={say(words.summary)}>
      <ul className="profile-cards">
        {profiles.map((profile) => (
          <li key={profile.id} className="panel">
            <h2>
              <PageLink to={`/monitoring/${profile.id}`}>{say(profile.label)}</PageLink>
            </h2>
            <p className="case-quiet">{profile.quantities.map(({ label }) => say(label)).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
