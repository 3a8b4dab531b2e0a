import { type Import, importsOf } from './imports.ts';
import { filesUnder, isTest } from './sources.ts';

// Who may import whom: the table of docs/architecture.md as data. A zone is the part of the house a file belongs to.

type Zone =
  | { kind: 'geo' | 'statutes' | 'kernel' | 'server' | 'web' | 'counties' | 'protocolList' | 'modelList' | 'roomList' | 'free' }
  | { kind: 'protocol' | 'model'; name: string }
  | { kind: 'room'; name: string };

/** @param path from the root, forward slashes */
export function zoneOf(path: string): Zone {
  const [top = '', second = '', third = '', fourth = ''] = path.split('/');
  if (top === 'counties') return { kind: 'counties' };
  if (top !== 'src') return { kind: 'free' };
  if (second === 'protocols') return third.includes('.') ? { kind: 'protocolList' } : { kind: 'protocol', name: third };
  if (second === 'models') return third.includes('.') ? { kind: 'modelList' } : { kind: 'model', name: third };
  if (second === 'rooms')
    return third.includes('.') ? { kind: 'roomList' } : { kind: 'room', name: fourth.includes('.') ? third : `${third}/${fourth}` };
  if (second === 'geo' || second === 'statutes' || second === 'kernel' || second === 'server' || second === 'web') return { kind: second };
  return { kind: 'free' };
}

const isPage = (path: string) => path.endsWith('.tsx');
const isDeclaration = (path: string) => /\.(register|case)\.ts$/.test(path);
/** Files of a room that the server reads too; the others only serve its pages. */
const isNeutral = (path: string) => /(\.(register|case|rule)|\/room)\.ts$/.test(path);
/** What lies directly in src/protocols or src/models: what each of them declares and shares, and the list. */
const isList = (path: string) => /\/(protocols|models)\.ts$/.test(path);

/** One row a zone; the first column of the table in docs/architecture.md stands in `row`. */
const rules: Record<Zone['kind'], { row: string; may: (from: string, to: string, own: string) => boolean }> = {
  geo: { row: 'geo', may: (_, to) => zoneOf(to).kind === 'geo' },
  protocol: {
    row: 'protocols/x',
    may: (_, to, own) =>
      ['xml', 'cap', own].some((name) => named(to, 'protocol', name)) || (zoneOf(to).kind === 'protocolList' && !isList(to)),
  },
  protocolList: { row: 'protocols/x', may: (_, to) => ['protocol', 'protocolList'].includes(zoneOf(to).kind) },
  model: {
    row: 'models/x',
    may: (_, to) => ['model', 'geo'].includes(zoneOf(to).kind) || (zoneOf(to).kind === 'modelList' && !isList(to)),
  },
  modelList: { row: 'models/x', may: (_, to) => ['model', 'modelList', 'geo'].includes(zoneOf(to).kind) },
  statutes: { row: 'statutes', may: (_, to) => zoneOf(to).kind === 'statutes' || /^src\/kernel\/(casework|clock|language)\//.test(to) },
  kernel: { row: 'kernel', may: (_, to) => ['kernel', 'geo'].includes(zoneOf(to).kind) },
  room: { row: 'rooms/a/x', may: mayRoom },
  roomList: { row: 'rooms/a/x', may: (_, to) => ['room', 'roomList', 'kernel'].includes(zoneOf(to).kind) },
  server: { row: 'server', may: (_, to) => zoneOf(to).kind !== 'web' && !isPage(to) },
  web: {
    row: 'web',
    may: (_, to) => ['web', 'room', 'roomList', 'kernel', 'statutes', 'model', 'modelList', 'geo'].includes(zoneOf(to).kind),
  },
  counties: { row: 'counties', may: (_, to) => ['counties', 'kernel', 'geo'].includes(zoneOf(to).kind) },
  free: { row: 'journeys', may: () => true },
};

/** First columns of the table, to compare with the document. */
export const rows = [...new Set(Object.values(rules).map((rule) => rule.row))];

function named(path: string, kind: Zone['kind'], name: string): boolean {
  const zone = zoneOf(path);
  return zone.kind === kind && 'name' in zone && zone.name === name;
}

function mayRoom(from: string, to: string, own: string): boolean {
  const zone = zoneOf(to);
  if (zone.kind === 'room') return zone.name === own || isDeclaration(to);
  if (zone.kind === 'web') return !isNeutral(from);
  return ['kernel', 'statutes', 'model', 'modelList', 'geo', 'protocol', 'protocolList'].includes(zone.kind);
}

/** Zones the browser loads: nothing of Node may be in them. */
const inBrowser: readonly Zone['kind'][] = ['web', 'room', 'roomList', 'kernel', 'statutes', 'geo', 'model', 'modelList'];

/** Every import that goes where it may not, as `file:line why`. */
export function wrongDirections(root: string): string[] {
  const files = filesUnder(root, ['src', 'counties'], /\.tsx?$/);
  const imports = files.flatMap((path) => importsOf(root, path));
  return [...imports.flatMap(judge), ...pagesReachedByServer(imports)];
}

function judge(found: Import): string[] {
  const place = `${found.from}:${found.line}`;
  const zone = zoneOf(found.from);
  if (found.to === null) {
    const wrong = found.specifier.startsWith('node:') && inBrowser.includes(zone.kind) && !isTest(found.from);
    return wrong ? [`${place} takes ${found.specifier} into the browser`] : [];
  }
  if (!found.exists) return [`${place} imports ${found.specifier}, which does not exist`];
  if (rules[zone.kind].may(found.from, found.to, 'name' in zone ? zone.name : '')) return [];
  return [`${place} ${rules[zone.kind].row} may not import ${found.to}`];
}

/** Node strips types but not JSX: nothing the server loads, however far away, may be a page or the web shell's. */
function pagesReachedByServer(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (to !== null && !isTest(from)) next.set(from, [...(next.get(from) ?? []), to]);
  const cameFrom = new Map<string, string>();
  const waiting = [...next.keys()].filter((path) => zoneOf(path).kind === 'server');
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const to of next.get(path) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      cameFrom.set(to, path);
      waiting.push(to);
    }
  }
  // Where a page is reached, what the page itself loads is not worth another line.
  const ofPages = (path: string) => isPage(path) || zoneOf(path).kind === 'web';
  return [...seen]
    .filter(
      (path) =>
        ofPages(path) && cameFrom.has(path) && !ofPages(cameFrom.get(path) ?? '') && zoneOf(cameFrom.get(path) ?? '').kind !== 'server',
    )
    .map((path) => `the server reaches ${path} through ${cameFrom.get(path) ?? ''}`);
}
