/**
 * Whether a text is a day of the calendar, written YYYY-MM-DD, from the year 1. `Date.parse` alone takes 31 February for
 * 3 March, and the database would then refuse what the form had let pass.
 */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
