import type { Language } from '#kernel/bilingual.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { ChipLabel } from '#web/ui/index.ts'
import type { Direction, Offer, Resource } from '../offer.ts'
import type { MissingPaper } from '../paper.ts'
import { sentences } from '../sentences.ts'

/** Which way it goes, and what kind it is. */
export const OfferChips = ({
  lang,
  offer,
}: {
  lang: Language
  offer: { readonly direction: Direction; readonly resource: Resource | null }
}) => {
  const words = sentences[lang].offers
  return (
    <>
      <ChipLabel tone={offer.direction === 'offer' ? 'success' : 'info'} filled>
        {words.directions[offer.direction]}
      </ChipLabel>
      {offer.resource && <ChipLabel>{words.resources[offer.resource]}</ChipLabel>}
    </>
  )
}

/** How many other groups have the opposite; nothing where there are none. */
export const matchText = (
  offer: Pick<Offer, 'direction'> & { readonly matches: number },
  lang: Language,
): string | undefined =>
  offer.matches === 0
    ? undefined
    : sentences[lang].offers.matches[offer.direction](offer.matches.toLocaleString('en'))

/** A paper that is missing, with its year and whether it must be there. */
export const missingText = (paper: MissingPaper, lang: Language): string => {
  const words = sentences[lang].papers
  const year = paper.fiscalYear === null ? '' : formatFiscalYear(paper.fiscalYear, lang)
  return words.missing(words.kinds[paper.kind], year)
}
