// Partial dates. Full days are compared as text, which for YYYY-MM-DD is the order of time.

/** Stands for "since always" and "open end": before and after any day that can be written. */
export const ALWAYS = '0000-00-00';
export const OPEN = '9999-99-99';

export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date;
}

export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const [year, month] = date.split('-').map(Number);
    // Day 0 of the next month is the last of this one (month is 1-based here, 0-based in Date.UTC).
    return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
  }
  return date;
}

export function isFullDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
