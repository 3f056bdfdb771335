/** A moment or a day: for machines (ISO 8601) and as readers of this page write it. */
export interface TimeText {
  iso: string
  text: string
}

/** A date or time in words that machines understand too. */
export const When = ({ time }: { time: TimeText }) => <time datetime={time.iso}>{time.text}</time>
