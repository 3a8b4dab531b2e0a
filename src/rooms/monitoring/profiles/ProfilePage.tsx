import { useState } from 'react';
import { useWatchedPoints } from '#web/api/profileQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useParam } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ComparePoints } from './ComparePoints.tsx';
import { profileById } from './profiles.ts';
import { ProfileRules } from './ProfileRules.tsx';
import { profileWords as words } from './profileWords.ts';
import { VehicleMap } from './VehicleMap.tsx';
import { WatchedTable } from './WatchedTable.tsx';
import '#web/cases/cases.css';
import './profiles.css';

const mostCompared = 6;

/** One kind of monitoring: its stations against their levels, a comparison of points, its default rules. */
export default function ProfilePage() {
  const say = useText();
  const profile = profileById(useParam('profile'));
  const asked = useWatchedPoints(profile?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!profile) return <PageFrame title={words.title}>{say(words.unknown)}</PageFrame>;
  const points = asked.data ?? [];
  const compared = chosen.length > 0 ? chosen : points.slice(0, 2).map(({ id }) => id);
  const toggle = (id: string) =>
    setChosen(compared.includes(id) ? compared.filter((each) => each !== id) : [...compared, id].slice(-mostCompared));

  return (
    <PageFrame
      title={profile.label}
      summary={say(words.summary, { n: points.length, alarms: points.filter(({ alarm }) => alarm !== null).length })}
      waitFor={[asked]}
      actions={<PageLink to="/monitoring">{say(words.all)}</PageLink>}
    >
      {profile.missing.map((text) => (
        <p key={text.en} className="profile-missing">
          {say(text)}
        </p>
      ))}
      {points.length === 0 && (
        <p className="panel case-panel">
          {say(words.none)} <PageLink to="/registers/points">{say(words.toPoints)}</PageLink>
        </p>
      )}
      {profile.layout === 'vehicles' && points.length > 0 && <VehicleMap points={points} />}
      {points.length > 0 && (
        <div className="profile">
          <WatchedTable profile={profile} points={points} compared={compared} onToggle={toggle} />
          <ComparePoints pointIds={compared} />
        </div>
      )}
      <ProfileRules profile={profile} />
    </PageFrame>
  );
}
