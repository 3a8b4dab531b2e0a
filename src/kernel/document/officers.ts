import type { DocumentSource } from './source.ts';

/** The two officers of an act, as enforcement documents name them; case types keep them in these three fields. */
export function officersOf(
  source: DocumentSource,
): Record<'officers' | 'officer' | 'certificate' | 'second' | 'secondCertificate', string> {
  const first = source.lines.findLast(({ data }) => typeof data['officerCertificate'] === 'string')?.actor ?? source.madeBy;
  const certificate = source.say('officerCertificate');
  const second = source.say('secondOfficer');
  const secondCertificate = source.say('secondCertificate');
  const named = [
    [first, certificate],
    [second, secondCertificate],
  ].filter(([name]) => name !== '');
  return {
    officers: named.map(([name, number]) => `${name}（执法证号：${number || '　　　　'}）`).join('、'),
    officer: first,
    certificate,
    second,
    secondCertificate,
  };
}
