import type { InsightEngine, Proposal, Reading, Usage } from '../ports.ts';
import { isMendable } from './find-fault.ts';
import { proveDrafts, type Proof } from './prove-drafts.ts';

/**
 * Has an engine propose and proves what it proposes; what fails and can be mended gets one more try, where the engine takes
 * one. What is spent is added to `usage` as it is spent.
 */
export async function proposeProven(
  reading: Reading,
  engine: InsightEngine,
  usage: Usage,
): Promise<Proof & Pick<Proposal, 'reason'>> {
  const proposal = await engine.propose(reading);
  addUsage(usage, proposal.usage);
  const first = prove(proposal, reading);
  const mendable = first.rejected.filter(isMendable);
  if (mendable.length === 0 || !engine.repair) return { ...first, reason: proposal.reason };
  const repaired = await engine.repair(reading, mendable);
  addUsage(usage, repaired.usage);
  const second = prove(repaired, reading);
  return {
    proven: [...first.proven, ...second.proven],
    rejected: [...first.rejected.filter((one) => !isMendable(one)), ...second.rejected],
    reason: proposal.reason,
  };
}

function prove({ drafts, rejected = [] }: Proposal, reading: Reading): Proof {
  const proof = proveDrafts(drafts, reading);
  return { proven: proof.proven, rejected: [...rejected, ...proof.rejected] };
}

export function addUsage(sum: Usage, added: Usage | undefined): void {
  sum.calls += added?.calls ?? 0;
  sum.promptTokens += added?.promptTokens ?? 0;
  sum.completionTokens += added?.completionTokens ?? 0;
}
