export type { Feed, FeedItem } from './feed.ts'
export { rfc822, writeAtom, writeJsonFeed, writeRss } from './formats.ts'
