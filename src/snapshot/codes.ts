/** Numbers texts as they come: the same few stand in many records, and a column of numbers costs the garbage collector nothing. */
export interface Codes<Text extends string = string> {
  /** The number of a text; a new one where it comes for the first time. */
  codeOf(text: Text): number;
  /** The number of a text that has one. */
  find(text: Text): number | undefined;
  /** Of a number that was given. */
  textOf(code: number): Text;
  /** How many numbers were given: they count from 0. */
  readonly size: number;
}

export function createCodes<Text extends string = string>(): Codes<Text> {
  const codes = new Map<Text, number>();
  const texts: Text[] = [];
  return {
    codeOf(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      return texts.push(text) - 1;
    },
    find: (text) => codes.get(text),
    textOf: (code) => texts[code] as Text,
    get size() {
      return texts.length;
    },
  };
}
