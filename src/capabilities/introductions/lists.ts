/** How many stand on one page of each list. */
export const pageSizes = {
  news: 20,
  offers: 20,
  conversations: 20,
  desk: 30,
  parts: 50,
  papers: 50,
} as const
