import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  FileInput,
  Form,
  HiddenInput,
  NotificationBanner,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import { GroupPhoto } from '../../groups/index.ts'
import { paths } from '../paths.ts'
import { type Photo, photoLimits, publicPhoto } from '../photo.ts'
import { slots } from '../photo-form.ts'
import { sentences } from '../sentences.ts'
import { errorOf, PartPage, type PartProblem } from './part-page.tsx'

export type PhotosProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly photos: readonly Photo[]
  /** What was typed, by field; empty for a fresh page. */
  readonly typed: (name: string) => string
  readonly problems: readonly PartProblem[]
  /** Marks of what the list says now. */
  readonly shown: string
  readonly formKeys: readonly [string, string]
}

const Slot = ({ props, number }: { props: PhotosProps; number: number }) => {
  const { lang, typed } = props
  const words = sentences[lang].photos
  const [file, alt, altEn] = [`photo_${number}`, `alt_${number}`, `alt_en_${number}`]
  return (
    <fieldset class="field">
      <legend>{words.slot(String(number))}</legend>
      <FileInput
        lang={lang}
        name={file}
        label={words.file}
        required={number === 1}
        accept={['.jpg', '.jpeg', '.png', '.webp']}
        limits={{ types: 'JPEG・PNG・WebP', size: '10MB' }}
        error={errorOf(props, file)}
      />
      <TextInput
        lang={lang}
        name={alt}
        label={words.alt}
        hint={words.altHint}
        required={number === 1}
        value={typed(alt)}
        error={errorOf(props, alt)}
      />
      <TextInput
        lang={lang}
        name={altEn}
        label={words.altEn}
        required={false}
        value={typed(altEn)}
        error={errorOf(props, altEn)}
      />
    </fieldset>
  )
}

const AddForm = (props: PhotosProps) => {
  const { lang, city, group } = props
  const words = sentences[lang].photos
  if (props.photos.length >= photoLimits.perGroup) return <p>{words.full}</p>
  return (
    <Section id="add" title={words.add}>
      <NotificationBanner lang={lang} kind="info" heading={words.consentTitle}>
        <p>{words.consentText}</p>
      </NotificationBanner>
      <Form action={paths.photos(city.slug, group.id)} idempotencyKey={props.formKeys[0]} files>
        {slots.map((number) => (
          <Slot key={number} props={props} number={number} />
        ))}
        <Checkbox
          lang={lang}
          name="consent"
          label={words.consent}
          required
          checked={props.typed('consent') === 'yes'}
          error={errorOf(props, 'consent')}
        />
        <Button>{words.addButton}</Button>
      </Form>
    </Section>
  )
}

const typedOr = (props: PhotosProps, name: string, stored: string): string =>
  props.typed('shown') === '' ? stored : props.typed(name)

const Row = ({ props, photo, number }: { props: PhotosProps; photo: Photo; number: number }) => {
  const { lang, city, group } = props
  const words = sentences[lang].photos
  const [alt, altEn, order] = [`alt.${photo.id}`, `alt_en.${photo.id}`, `order.${photo.id}`]
  return (
    <li>
      <fieldset class="field">
        <legend>{words.slot(String(number))}</legend>
        <div class="photo-row">
          <GroupPhoto
            lang={lang}
            city={city}
            groupId={group.id}
            photo={publicPhoto(photo)}
            sizes="16rem"
          />
          <div>
            {photo.moderation !== 'shown' && (
              <p class="error-text">
                {sentences[lang].hub.hiddenBecause(photo.hiddenReason ?? '')}
              </p>
            )}
            <TextInput
              lang={lang}
              name={alt}
              label={words.alt}
              required
              value={typedOr(props, alt, photo.alt)}
              error={errorOf(props, alt)}
            />
            <TextInput
              lang={lang}
              name={altEn}
              label={words.altEn}
              required={false}
              value={typedOr(props, altEn, photo.altEn)}
              error={errorOf(props, altEn)}
            />
            <TextInput
              lang={lang}
              name={order}
              label={words.order}
              width="short"
              inputmode="numeric"
              value={typedOr(props, order, String(number))}
            />
            <div class="choice">
              <input
                type="radio"
                id={`cover-${photo.id}`}
                name="cover"
                value={photo.id}
                checked={photo.cover}
              />
              <label for={`cover-${photo.id}`}>{words.coverOf(String(number))}</label>
            </div>
            <div class="choice">
              <input type="checkbox" id={`remove-${photo.id}`} name="remove" value={photo.id} />
              <label for={`remove-${photo.id}`}>{words.remove}</label>
            </div>
          </div>
        </div>
      </fieldset>
    </li>
  )
}

const ListForm = (props: PhotosProps) => {
  const { lang, city, group, photos, shown } = props
  const words = sentences[lang].photos
  if (photos.length === 0) return null
  return (
    <Section id="list" title={words.list}>
      <Form
        action={paths.photoChanges(city.slug, group.id)}
        idempotencyKey={props.formKeys[1]}
        keepsChanges
      >
        <HiddenInput name="shown" value={shown} />
        <ul class="photo-rows">
          {photos.map((photo, at) => (
            <Row key={photo.id} props={props} photo={photo} number={at + 1} />
          ))}
        </ul>
        <Button>{words.save}</Button>
      </Form>
    </Section>
  )
}

/** The photos of a group: what there is, and more. */
export const PhotosPage = (props: PhotosProps) => {
  const { lang, problems } = props
  const words = sentences[lang].photos
  return (
    <PartPage
      {...props}
      title={words.title}
      lead={words.lead}
      again={problems.length > 0 && props.typed('shown') === '' ? words.again : undefined}
    >
      <AddForm {...props} />
      <ListForm {...props} />
    </PartPage>
  )
}
