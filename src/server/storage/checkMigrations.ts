import { pendingStatements } from './migrations.ts';

// A check for npm test: declarations and committed migrations say the same.

const { statements } = await pendingStatements();
if (statements.length > 0) {
  process.stdout.write(
    `declarations and migrations differ; write the next migration with: node src/server/storage/migrations.ts <name>\n${statements.join('\n')}\n`,
  );
  process.exitCode = 1;
}
