import { existsSync, readFileSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseFailure, errnoOf } from './failure.ts';

// npm packages cannot hold symbolic links, so the links between PostgreSQL's shared libraries are listed in a file of the
// package and made by an install script, which many machines do not allow. We make them ourselves at every start.

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the library links that are missing or wrong.
 * @returns how many were made
 * @throws DatabaseFailure `binaries-incomplete` when a link cannot be made
 */
export function restoreSymlinks(packageFolder: string): number {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.filter((link) => restore(packageFolder, link)).length;
}

function restore(packageFolder: string, link: Link): boolean {
  const target = join(packageFolder, link.target);
  // Every listed link stays inside its own folder, so a relative link survives moving the installation.
  const wanted = dirname(link.source) === dirname(link.target) ? basename(link.source) : join(packageFolder, link.source);
  try {
    const now = current(target);
    if (now === wanted || now === 'file') return false;
    if (now !== null) unlinkSync(target);
    symlinkSync(wanted, target);
    return true;
  } catch (error) {
    // Another start made it between our look and our act.
    if (errnoOf(error) === 'EEXIST' && existsSync(target)) return false;
    throw new DatabaseFailure(
      'binaries-incomplete',
      {
        zh: `无法在 ${dirname(target)} 中建立 PostgreSQL 所需的库文件链接，请用有写权限的账户运行一次 npm start。`,
        en: `The library links PostgreSQL needs cannot be made in ${dirname(target)}; run npm start once as a user who may write there.`,
      },
      errnoOf(error),
    );
  }
}

/** Where a link points; null when there is nothing; 'file' when a copying tool left the library itself. */
function current(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    if (errnoOf(error) === 'EINVAL') return 'file';
    throw error;
  }
}
