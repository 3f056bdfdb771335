import { besides, only, quietly, type Rules } from './notation.ts'

const hub = 'introductions.hub'
const after =
  'approved submitted submitted-visit provisional returned rejected suspended lapsed revoked withdrawn'
const seen = {
  [after]: 'A desk',
  'approved-of-others': 'rep2 every-desk',
  draft: 'A',
}
/** Those who act for the group, while its registration is not over. */
const written = {
  'approved submitted submitted-visit provisional returned suspended lapsed draft': 'acting',
  'approved-of-others': 'rep2',
}
const ownOffers = { 'open draft': 'acting', 'open-of-others': 'rep2' }

/** 団体紹介: a draft is theirs who write it; the desk hides and shows, and reads talks only when asked to. */
export const introductions: Rules = {
  [hub]: only(seen),
  'introductions.preview': besides(hub, {
    [after]: 'acting',
    'approved-of-others': 'rep2',
    draft: 'acting',
  }),
  'introductions.withdraw': only(written),
  'introductions.edit-form': only(written),
  'introductions.save': only(written),
  'introductions.show-photo': only({ shown: 'everyone', hidden: 'acting desk' }),
  'introductions.photos': only(written),
  'introductions.add-photos': only(written),
  'introductions.change-photos': only(written),
  'introductions.list-news': only({ 'approved approved-of-others': 'everyone' }),
  'introductions.feed': only({ 'approved approved-of-others': 'everyone' }),
  'introductions.show-news': only({ public: 'everyone', draft: 'acting' }),
  'introductions.news-form': only(written),
  'introductions.begin-news': only(written),
  'introductions.edit-news': only('acting'),
  'introductions.save-news': only('acting'),
  'introductions.remove-news': only('acting'),
  'introductions.list-offers': only('everyone'),
  'introductions.show-offer': only({ 'open open-of-others': 'everyone', draft: 'acting' }),
  'introductions.offer-form': only(written),
  'introductions.begin-offer': only(written),
  'introductions.edit-offer': only(ownOffers),
  'introductions.save-offer': only(ownOffers),
  'introductions.close-offer': besides('introductions.edit-offer', {
    open: 'acting',
    'open-of-others': 'rep2',
  }),
  // Nobody answers their own group.
  'introductions.answer-form': besides('introductions.show-offer', {
    open: 'people !A',
    'open-of-others': 'people !rep2 !resident',
  }),
  'introductions.answer-offer': besides('introductions.show-offer', {
    open: 'people !A',
    'open-of-others': 'people !rep2 !resident',
  }),
  'introductions.show-answer': only({
    open: 'acting resident',
    reported: 'rep2 resident every-desk',
  }),
  'introductions.go-on': only({ open: 'acting resident' }),
  // Who has nothing unread is sent back to the conversation.
  'introductions.mark-read': quietly({ open: 'acting resident' }),
  'introductions.list-own': only('people'),
  // Nobody asks their own group.
  'introductions.question-form': besides('groups.show', {
    approved: 'people !A',
    'approved-of-others': 'people !rep2',
  }),
  'introductions.ask': besides('groups.show', {
    approved: 'people !A',
    'approved-of-others': 'people !rep2',
  }),
  'introductions.report-answer': only({ open: 'acting resident' }),
  'introductions.settle-report': only({ reported: 'every-desk' }),
  'introductions.show-paper': only({ public: 'everyone', desk: 'acting desk' }),
  'introductions.papers': only(written),
  'introductions.add-paper': only(written),
  'introductions.change-papers': only(written),
  'introductions.desk': only('every-desk'),
  'introductions.moderation': only({ [after]: 'desk', 'approved-of-others': 'every-desk' }),
  'introductions.moderate': besides('introductions.moderation', { approved: 'desk' }),
}
