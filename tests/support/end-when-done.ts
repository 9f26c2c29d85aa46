// Loaded before every test file: one whose set-up failed may have left a server open, which would keep its process for ever.
// Not `--test-force-exit`: it loses results that are still on their way.
import { after } from 'node:test';

const GRACE_MS = 10_000;

after(() => setTimeout(() => process.exit(1), GRACE_MS).unref());
