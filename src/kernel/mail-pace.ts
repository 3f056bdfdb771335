/** How somebody gets mails that may wait: each by itself, all of a day together, or not at all. */
export const mailPaces = ['at_once', 'daily', 'none'] as const
export type MailPace = (typeof mailPaces)[number]

export const isMailPace = (value: unknown): value is MailPace =>
  mailPaces.some((pace) => pace === value)
