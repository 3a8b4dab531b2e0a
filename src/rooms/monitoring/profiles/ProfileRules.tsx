import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { PriorityBadge } from '#web/theme/theme.tsx';
import { quantityOf, type MonitoringProfile, type ProfileRule } from './profile.ts';
import { profileWords as words } from './profileWords.ts';

/** The rules a profile suggests, each with its source; what no source gives is left to the site. */
export function ProfileRules({ profile }: { profile: MonitoringProfile }) {
  const say = useText();
  return (
    <section className="panel case-panel">
      <h2>{say(words.rules)}</h2>
      <ul className="profile-rules">
        {profile.rules.map((rule) => (
          <li key={`${rule.quantity} ${rule.kind} ${rule.text.en}`}>
            <PriorityBadge priority={rule.priority} /> <strong>{say(rule.text)}</strong> <Condition profile={profile} rule={rule} />
            <span className="case-quiet">
              {say(words.source)}: {rule.source} {!rule.verified && `(${say(words.unverified)})`}
            </span>
          </li>
        ))}
      </ul>
      <PageLink to="/registers/alarmRules">{say(words.addRule)}</PageLink>
    </section>
  );
}

function Condition({ profile, rule }: { profile: MonitoringProfile; rule: ProfileRule }) {
  const say = useText();
  const quantity = quantityOf(profile, rule.quantity);
  if (rule.kind === 'noData') return <span>{say(words.silent)}</span>;
  if (rule.kind === 'waterLevel') return <span>{say(words.byPoint)}</span>;
  if (quantity?.shown === 'state') return null;
  const figure = rule.limit === null ? say(words.ownLimit) : `${rule.limit} ${quantity?.unit ?? ''}`;
  return (
    <span>
      {rule.hours !== undefined && say(words.hours, { n: rule.hours })} {say(rule.kind === 'below' ? words.below : words.above)} {figure}
    </span>
  );
}
