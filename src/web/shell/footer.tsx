import { type TimeText, When } from '../ui/when.tsx'
import { type Frame, homeOf } from './frame.ts'
import type { NavItem } from './navigation.ts'
import { sentences } from './sentences.ts'

interface FooterProps extends Frame {
  about: readonly NavItem[]
  updated?: TimeText | undefined
}

function Contact({ lang, city }: Frame) {
  if (!city) return null
  const say = sentences[lang]
  const { office, address, phone, fax, email } = city.contact
  return (
    <section class="contact" aria-labelledby="contact-title" id="contact">
      <h2 id="contact-title">{say.contactTitle}</h2>
      <p class="contact-office">
        {city.name[lang]} {office[lang]}
      </p>
      {address && <p>{address[lang]}</p>}
      <ul>
        {phone && (
          <li>
            {say.phone}：<a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        )}
        {fax && (
          <li>
            {say.fax}：{fax}
          </li>
        )}
        {email && (
          <li>
            {say.email}：<a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Who answers for the page, and what else there is to know about the site. */
export function Footer(props: FooterProps) {
  const { lang, city, about, updated } = props
  const say = sentences[lang]
  return (
    <footer class="footer">
      {updated && (
        <p class="updated">
          {say.updated}：<When time={updated} />
        </p>
      )}
      <page-actions data-print={say.print} />
      <div class="footer-inner">
        <Contact {...props} />
        <div class="footer-about">
          {about.length > 0 && (
            <nav aria-label={say.siteMenu}>
              <ul>
                {about.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
                <li>
                  <a href="/">{say.allCities}</a>
                </li>
              </ul>
            </nav>
          )}
          <p class="product-note">{say.productNote}</p>
          <p>
            <a class="footer-home" href={homeOf(city)}>
              {city ? city.name[lang] : say.product}
            </a>
          </p>
        </div>
      </div>
    </footer>
  )
}
