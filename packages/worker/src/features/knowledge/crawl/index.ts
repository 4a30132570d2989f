export type {
  CrawlDeps,
  FetchedPage,
  FetchRefused,
  FetchWhat,
  FinishedBatch,
  Frontier,
  PageOutcome,
  TakenUrl,
  WaitingUrl,
} from './deps.ts'
export { startCrawl, type CrawlRun } from './run.ts'
export { crawlStep } from './step.ts'
