import { type Grant, roles as roleNames } from '#kernel/access/access.ts';
import { useText } from '#web/language/language.tsx';
import { AreaName } from '#web/tables/cells.tsx';

/** Rights in a row: `值班员（龙城镇）、查看（萧县）`. */
export function GrantList({ grants }: { grants: readonly Grant[] }) {
  const say = useText();
  return (
    <>
      {grants.map(({ role, areaCode }, at) => (
        <span key={`${role} ${areaCode}`}>
          {at > 0 && ' · '}
          {say(roleNames[role])} <AreaName code={areaCode} />
        </span>
      ))}
    </>
  );
}
