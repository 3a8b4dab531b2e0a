import { pendingStatements } from './migrations.ts';

// A check for npm test: declarations and committed migrations say the same.

const { statements } = await pendingStatements().catch((error: Error) => {
  // drizzle-kit asks whether a column was renamed; only a person can say.
  if (!error.message.includes('TTY')) throw error;
  return { statements: ['a field seems to be renamed: run the generator in a terminal and answer its question'] };
});
if (statements.length > 0) {
  process.stdout.write(
    `declarations and migrations differ; write the next migration with: node src/server/storage/migrations.ts <name>\n${statements.join('\n')}\n`,
  );
  process.exitCode = 1;
}
