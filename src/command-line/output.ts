/** Standard output for what a script goes on with, standard error for what a person is told. */
export interface Output {
  print(line: string): void;
  tell(line: string): void;
}
