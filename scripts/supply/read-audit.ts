import { z } from 'zod';

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
interface Vulnerability {
  name: string;
  /** Of the versions that are concerned. */
  range: string;
  severity: (typeof SEVERITIES)[number];
  /** What is wrong, and where that is described; empty where it lies in a package below. */
  advisories: string[];
}
/** `packages`: how many were asked about. */
export type Audit = { packages: number; vulnerabilities: Vulnerability[] } | { notRun: string };

const Advisory = z.object({ title: z.string(), url: z.string().optional() });
const Answer = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.enum(SEVERITIES),
      range: z.string(),
      via: z.array(z.union([z.string(), Advisory])),
    }),
  ),
  metadata: z.object({ dependencies: z.object({ total: z.number() }) }),
});
const Failure = z.object({ message: z.string().optional(), error: z.object({ summary: z.string() }).optional() });

/** What `npm audit --json` printed. Anything but a whole answer is no audit. */
export function readAudit(printed: string): Audit {
  const json = jsonOrUndefined(printed);
  const answer = Answer.safeParse(json);
  if (!answer.success) {
    const { message, error } = Failure.safeParse(json).data ?? {};
    return { notRun: message || error?.summary || 'npm gave no answer that can be read' };
  }
  const { vulnerabilities, metadata } = answer.data;
  const found = Object.values(vulnerabilities).map(({ via, ...rest }) => ({
    ...rest,
    advisories: via.flatMap((one) => (typeof one === 'string' ? [] : [[one.title, one.url].filter(Boolean).join(' ')])),
  }));
  const bySeverity = (a: Vulnerability, b: Vulnerability) =>
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || (a.name < b.name ? -1 : 1);
  return { packages: metadata.dependencies.total, vulnerabilities: found.toSorted(bySeverity) };
}

/** Exit codes of the command: nothing grave, something high or critical, nobody looked. */
export const AUDIT_CODES = { fine: 0, grave: 1, notRun: 3 } as const;

/** The outcome in words, and the exit code that goes with it. */
export function judgeAudit(audit: Audit): { lines: string[]; code: number } {
  if ('notRun' in audit) return { lines: [`npm audit: not run: ${audit.notRun}`], code: AUDIT_CODES.notRun };
  const { packages, vulnerabilities } = audit;
  if (vulnerabilities.length === 0)
    return { lines: [`npm audit: no known vulnerability in ${packages} packages`], code: AUDIT_CODES.fine };
  const isGrave = vulnerabilities.some(({ severity }) => severity === 'high' || severity === 'critical');
  return {
    lines: [
      `npm audit: of ${packages} packages, ${vulnerabilities.length} with known vulnerabilities`,
      ...vulnerabilities.map(
        ({ name, range, severity, advisories }) =>
          `  ${severity}: ${name} ${range}: ${advisories.join('; ') || 'by what it needs'}`,
      ),
    ],
    code: isGrave ? AUDIT_CODES.grave : AUDIT_CODES.fine,
  };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
