// Finds a JDK that is new enough. A JDK, not a JRE: Neo4jServer.java is run from source, which needs the compiler.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Java {
  command: string;
  major: number;
  hasCompiler: boolean;
}

const systemJvmFolder = '/usr/lib/jvm';

/** JAVA_HOME wins, then the PATH, then the oldest of the installed ones that fits `wanted.minimum`. */
export async function findJava(wanted: { minimum: number; by: string }): Promise<Java> {
  const { minimum, by } = wanted;
  const seen: Java[] = [];
  const fits = (java: Java): boolean => java.hasCompiler && java.major >= minimum;

  for (const command of chosenByUser()) {
    const java = await inspectJava(command);
    if (java === null) continue;
    if (fits(java)) return java;
    seen.push(java);
  }
  const installed = await installedJavas();
  const best = installed.filter(fits).sort((a, b) => a.major - b.major)[0];
  if (best !== undefined) return best;

  throw new Error(
    `${by} needs a JDK (not only a JRE) of Java ${minimum} or later, and found ${describe([...seen, ...installed])}. ` +
      `Install one, such as openjdk-${minimum}-jdk-headless or Temurin, or set JAVA_HOME to one.`,
  );
}

function chosenByUser(): string[] {
  const home = process.env.JAVA_HOME;
  return home ? [join(home, 'bin', 'java'), 'java'] : ['java'];
}

async function installedJavas(): Promise<Java[]> {
  const names = await readdir(systemJvmFolder).catch(() => []);
  const commands = names.map((name) => join(systemJvmFolder, name, 'bin', 'java')).filter(existsSync);
  // Distributions link one JDK under several names.
  const distinct = new Set(await Promise.all(commands.map((command) => realpath(command))));
  const javas = await Promise.all([...distinct].map(inspectJava));
  return javas.filter((java) => java !== null);
}

/** Null if there is no such command or it is no Java. */
async function inspectJava(command: string): Promise<Java | null> {
  try {
    const { stderr } = await promisify(execFile)(command, ['-XshowSettings:properties', '-version']);
    const property = (name: string): string =>
      new RegExp(`^\\s*${name} = (.*)$`, 'm').exec(stderr)?.[1]?.trim() ?? '';
    const home = property('java\\.home');
    const major = Number.parseInt(property('java\\.specification\\.version'), 10);
    if (home === '' || Number.isNaN(major)) return null;
    // The full path, so that a message says which one, and a later change of the PATH changes nothing.
    return { command: join(home, 'bin', 'java'), major, hasCompiler: existsSync(join(home, 'bin', 'javac')) };
  } catch {
    return null;
  }
}

function describe(javas: Java[]): string {
  const lines = new Set(
    javas.map(
      ({ command, major, hasCompiler }) => `Java ${major}${hasCompiler ? '' : ', a JRE,'} at ${command}`,
    ),
  );
  return lines.size === 0 ? 'no Java at all' : `only ${[...lines].join(' and ')}`;
}
