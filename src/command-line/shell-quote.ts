/** Words as a shell takes them. */

/** Between single quotes a shell takes everything as it is, but for the quote itself. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A word that a shell takes as it is stays without quotes, so that people read it more easily. */
export const quoteWhereNeeded = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : quote(word);
