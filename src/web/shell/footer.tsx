import { type TimeText, When } from '../ui/when.tsx'
import { type Frame, homeOf } from './frame.ts'
import type { NavItem } from './navigation.ts'
import { sentences } from './sentences.ts'

interface FooterProps extends Frame {
  about: readonly NavItem[]
  updated?: TimeText | undefined
}

/** 鎌ヶ谷市 and 鎌ケ谷市 are the same city: its own documents write both. */
const sameKe = (text: string): string => text.replaceAll('ヶ', 'ケ')

function Contact({ lang, city }: Frame) {
  if (!city) return null
  const say = sentences[lang]
  const { office, address, phone, fax, email } = city.contact
  const namesCity = sameKe(office[lang]).includes(sameKe(city.name[lang]))
  return (
    <section class="contact" aria-labelledby="contact-title" id="contact-us">
      <h2 id="contact-title">{say.contactTitle}</h2>
      <p class="contact-office">
        {namesCity ? office[lang] : `${city.name[lang]} ${office[lang]}`}
      </p>
      {address && <p>{address[lang]}</p>}
      <ul>
        {phone && (
          <li class="contact-phone">
            {say.phone}
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        )}
        {fax && (
          <li>
            {say.fax}
            {fax}
          </li>
        )}
        {email && (
          <li>
            {say.email}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

function AboutLinks({ lang, about }: FooterProps) {
  const say = sentences[lang]
  if (about.length === 0) return null
  return (
    <nav aria-label={say.siteMenu}>
      <ul>
        {[...about, { label: say.allCities, href: '/' }].map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who answers for the page, and what else there is to know about the site. */
export function Footer(props: FooterProps) {
  const { lang, city, updated } = props
  const say = sentences[lang]
  return (
    <footer class="footer">
      <div class="footer-page">
        {updated && (
          <p>
            {say.updated}
            <When time={updated} />
          </p>
        )}
        <page-actions data-print={say.print} />
      </div>
      <div class="footer-inner">
        <Contact {...props} />
        <div class="footer-about">
          <AboutLinks {...props} />
          <p>{say.productNote}</p>
        </div>
      </div>
      <p class="footer-end">
        <a href={homeOf(city)}>{city ? city.name[lang] : say.product}</a>
      </p>
    </footer>
  )
}
