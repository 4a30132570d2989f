export { pageKey } from './address.ts'
export type {
  CrawlDeps,
  CrawlEvent,
  FetchedPage,
  FetchRefused,
  FetchWhat,
  FinishedBatch,
  Frontier,
  KnownPage,
  PageOutcome,
  TakenUrl,
  WaitingUrl,
} from './deps.ts'
export { MemoryFrontier } from './memory-frontier.ts'
export {
  defaultLimits,
  isLoopback,
  startCrawl,
  type CrawlInput,
  type CrawlNote,
  type CrawlOptions,
  type CrawlRun,
} from './run.ts'
export { crawl, crawlStep, type CrawlStep } from './step.ts'
