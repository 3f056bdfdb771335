import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

interface ProgressIndicatorProps {
  lang: Language
  /** What is being done. */
  label: string
  done: number
  all: number
  id: string
}

/** How far a longer piece of work has come, in words and as a bar. */
export function ProgressIndicator({ lang, label, done, all, id }: ProgressIndicatorProps) {
  const write = (count: number) => count.toLocaleString('en')
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} value={done} max={Math.max(1, all)} />
      <span>{sentences[lang].progress(write(done), write(all))}</span>
    </div>
  )
}
