type Told = {
  /** Whom the mail speaks to, or what somebody is invited to. */
  readonly name: string
  readonly city: string
  readonly link: string
  /** What it is about: a role, a group. */
  readonly what?: string
  /** Until when, as it is read; nothing where there is no such day. */
  readonly day?: string
}
type MailText = (told: Told) => { readonly subject: string; readonly body: string }

/** Mails of this capability, by occasion. */
export type MailOccasion =
  | 'confirm'
  | 'reset'
  | 'invitation'
  | 'addressChange'
  | 'addressChanged'
  | 'passwordChanged'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorReset'
  | 'roleGiven'
  | 'roleTaken'
  | 'disabled'
  | 'enabled'
  | 'placeChanged'
  | 'placeEnded'
  | 'handoverNamed'
  | 'handoverDone'
  | 'handoverCalledOff'
  | 'recoveryOpened'
  | 'recoveryTold'
  | 'recoveryDone'
  | 'recoveryCalledOff'

const notMe = {
  ja: '\n\nお心当たりがない場合は、すぐにパスワードを変え、市の担当にお知らせください。\n',
  en: '\n\nIf this was not you, please change your password at once and tell the office of the city.\n',
}

const ja: Record<MailOccasion, MailText> = {
  confirm: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】メールアドレスの確認`,
    body: `${name} 様\n\n利用登録をありがとうございます。\n次のリンクを開いて、メールアドレスの確認を終えてください（48時間有効）。\n\n${link}\n\nお心当たりがない場合は、このメールは捨ててください。何も登録されません。\n`,
  }),
  reset: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】パスワードの再設定`,
    body: `${name} 様\n\n次のリンクから、新しいパスワードを決めてください（1時間有効、一度だけ使えます）。\n\n${link}\n\nお心当たりがない場合は、このメールは捨ててください。パスワードは変わりません。\n`,
  }),
  invitation: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】${name} への招待`,
    body: `${city}の「つなぐ」で「${name}」として参加するよう招待されています。\n次のリンクを開いて手続きをしてください（14日間有効、一度だけ使えます）。\n\n${link}\n\n受けるには、このメールが届いたアドレスでの利用登録（無料）が必要です。リンクの画面から進めます。\nお心当たりがない場合は、このメールは捨ててください。何も登録されません。\n`,
  }),
  addressChange: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】新しいメールアドレスの確認`,
    body: `${name} 様\n\nメールアドレスをこのアドレスに変える手続きを受け付けました。\n次のリンクを開いて終えてください（24時間有効）。\n\n${link}\n\nお心当たりがない場合は、このメールは捨ててください。何も変わりません。\n`,
  }),
  addressChanged: ({ name, city, what }) => ({
    subject: `【${city} つなぐ】メールアドレスが変わりました`,
    body: `${name} 様\n\nお使いのアカウントのメールアドレスが ${what} に変わりました。今後のお知らせは新しいアドレスに届きます。${notMe.ja}`,
  }),
  passwordChanged: ({ name, city }) => ({
    subject: `【${city} つなぐ】パスワードが変わりました`,
    body: `${name} 様\n\nパスワードが変わりました。ほかの端末では、もう一度ログインが必要です。${notMe.ja}`,
  }),
  secondFactorOn: ({ name, city }) => ({
    subject: `【${city} つなぐ】二段階認証を始めました`,
    body: `${name} 様\n\nこれからログインのときに、スマートフォンなどのアプリに出る6桁の確認コードが必要です。${notMe.ja}`,
  }),
  secondFactorOff: ({ name, city }) => ({
    subject: `【${city} つなぐ】二段階認証をやめました`,
    body: `${name} 様\n\nこれからログインのときに、確認コードは要りません。${notMe.ja}`,
  }),
  secondFactorReset: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】二段階認証を取り消しました`,
    body: `${name} 様\n\n市の管理者が、二段階認証の登録を取り消しました。もう一度ログインして、新しい端末で登録してください。\n\n${link}${notMe.ja}`,
  }),
  roleGiven: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】役割が加わりました：${what}`,
    body: `${name} 様\n\n市の管理者が、あなたに「${what}」の役割を付けました。次の画面から仕事を始められます。\n\n${link}\n`,
  }),
  roleTaken: ({ name, city, what }) => ({
    subject: `【${city} つなぐ】役割が外れました：${what}`,
    body: `${name} 様\n\n市の管理者が、「${what}」の役割を外しました。お心当たりがない場合は、市の担当にお問い合わせください。\n`,
  }),
  disabled: ({ name, city }) => ({
    subject: `【${city} つなぐ】アカウントを止めました`,
    body: `${name} 様\n\n市の管理者が、あなたのアカウントを止めました。ログインはできません。\n理由を知りたいとき、まちがいと思われるときは、市の担当にお問い合わせください。\n`,
  }),
  enabled: ({ name, city, link }) => ({
    subject: `【${city} つなぐ】アカウントをまた使えます`,
    body: `${name} 様\n\n市の管理者が、止めていたアカウントを戻しました。次の画面からログインできます。\n\n${link}\n`,
  }),
  placeChanged: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】${what}`,
    body: `${name} 様\n\n団体での役割が変わりました：${what}\n\n${link}\n`,
  }),
  placeEnded: ({ name, city, what }) => ({
    subject: `【${city} つなぐ】「${what}」の会員から外れました`,
    body: `${name} 様\n\n「${what}」の会員から外れました。お心当たりがない場合は、団体の代表者か市の担当にお問い合わせください。\n`,
  }),
  handoverNamed: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者を引き受けてください`,
    body: `${name} 様\n\nあなたが「${what}」の新しい代表者に指名されました。\n次の画面で内容を確かめ、引き受けるかどうかを答えてください。答えるまで、代表者は変わりません。\n\n${link}\n`,
  }),
  handoverDone: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者が替わりました`,
    body: `${name} 様\n\n「${what}」の代表者の引継ぎが終わりました。これまでの代表者は担当者になります。\n\n${link}\n`,
  }),
  handoverCalledOff: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者の引継ぎはなくなりました`,
    body: `${name} 様\n\n「${what}」の代表者の引継ぎは取りやめになりました。代表者は変わりません。\n\n${link}\n`,
  }),
  recoveryOpened: ({ name, city, link, what, day }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者を替える申出がありました`,
    body: `${name} 様\n\n「${what}」の代表者を替えてほしいという申出を、窓口で受け付けました。申し出た人が団体の人であることは、職員が確かめています。\n\n${day ? `これでよいときは、何もする必要はありません。まちがいのときは、${day}までに、次の画面から「異議」を出してください。` : 'くわしくは次の画面をご覧ください。まちがいと思われるときは、すぐに窓口にお知らせください。'}\n\n${link}\n`,
  }),
  recoveryTold: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者を替える申出がありました`,
    body: `${name} 様\n\n「${what}」の代表者を替えてほしいという申出を、窓口で受け付けました。まちがいと思われるときは、窓口にお知らせください。\n\n${link}\n`,
  }),
  recoveryDone: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者が替わりました`,
    body: `${name} 様\n\n窓口での確認を経て、「${what}」の代表者が替わりました。これまでの代表者は会員になります。お心当たりがない場合は、窓口にお知らせください。\n\n${link}\n`,
  }),
  recoveryCalledOff: ({ name, city, link, what }) => ({
    subject: `【${city} つなぐ】「${what}」の代表者は変わりません`,
    body: `${name} 様\n\n「${what}」の代表者を替える手続きは、取りやめになりました。\n\n${link}\n`,
  }),
}

const en: typeof ja = {
  confirm: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] Please confirm your e-mail address`,
    body: `Dear ${name},\n\nThank you for signing up.\nPlease open this link to confirm your e-mail address (good for 48 hours).\n\n${link}\n\nIf this was not you, please throw this mail away. Nothing will be registered.\n`,
  }),
  reset: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] Choose a new password`,
    body: `Dear ${name},\n\nPlease choose a new password with this link (good for one hour, once).\n\n${link}\n\nIf this was not you, please throw this mail away. Your password stays as it is.\n`,
  }),
  invitation: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] Invitation: ${name}`,
    body: `You are invited to take part in Tsunagu of ${city} as “${name}”.\nPlease open this link (good for 14 days, once).\n\n${link}\n\nYou need a free account with the address this mail came to; the page takes you there.\nIf you do not know what this is about, please throw this mail away. Nothing will be registered.\n`,
  }),
  addressChange: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] Please confirm your new e-mail address`,
    body: `Dear ${name},\n\nYou asked to use this address from now on.\nPlease open this link to finish (good for 24 hours).\n\n${link}\n\nIf this was not you, please throw this mail away. Nothing will change.\n`,
  }),
  addressChanged: ({ name, city, what }) => ({
    subject: `[${city} Tsunagu] Your e-mail address was changed`,
    body: `Dear ${name},\n\nThe e-mail address of your account is now ${what}. From now on mails go there.${notMe.en}`,
  }),
  passwordChanged: ({ name, city }) => ({
    subject: `[${city} Tsunagu] Your password was changed`,
    body: `Dear ${name},\n\nYour password was changed. On other devices you need to sign in again.${notMe.en}`,
  }),
  secondFactorOn: ({ name, city }) => ({
    subject: `[${city} Tsunagu] Two-step sign-in is on`,
    body: `Dear ${name},\n\nFrom now on signing in also needs the six-digit code shown by your app.${notMe.en}`,
  }),
  secondFactorOff: ({ name, city }) => ({
    subject: `[${city} Tsunagu] Two-step sign-in is off`,
    body: `Dear ${name},\n\nFrom now on signing in needs no code.${notMe.en}`,
  }),
  secondFactorReset: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] Two-step sign-in was reset`,
    body: `Dear ${name},\n\nThe administrator of the city has reset your two-step sign-in. Please sign in again and set it up on your new device.\n\n${link}${notMe.en}`,
  }),
  roleGiven: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] A role was added: ${what}`,
    body: `Dear ${name},\n\nThe administrator of the city has given you the role “${what}”. You can start here:\n\n${link}\n`,
  }),
  roleTaken: ({ name, city, what }) => ({
    subject: `[${city} Tsunagu] A role was taken away: ${what}`,
    body: `Dear ${name},\n\nThe administrator of the city has taken the role “${what}” away. If you do not know why, please ask the office of the city.\n`,
  }),
  disabled: ({ name, city }) => ({
    subject: `[${city} Tsunagu] Your account was disabled`,
    body: `Dear ${name},\n\nThe administrator of the city has disabled your account; you cannot sign in.\nIf you want to know why, or think it is a mistake, please ask the office of the city.\n`,
  }),
  enabled: ({ name, city, link }) => ({
    subject: `[${city} Tsunagu] You can use your account again`,
    body: `Dear ${name},\n\nThe administrator of the city has enabled your account again. You can sign in here:\n\n${link}\n`,
  }),
  placeChanged: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] ${what}`,
    body: `Dear ${name},\n\nYour part in the group has changed: ${what}\n\n${link}\n`,
  }),
  placeEnded: ({ name, city, what }) => ({
    subject: `[${city} Tsunagu] You are no longer a member of “${what}”`,
    body: `Dear ${name},\n\nYou are no longer a member of “${what}”. If you do not know why, please ask its representative or the office of the city.\n`,
  }),
  handoverNamed: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] Will you represent “${what}”?`,
    body: `Dear ${name},\n\nYou have been named as the new representative of “${what}”.\nPlease look at it and answer here. Until you do, the representative stays the same.\n\n${link}\n`,
  }),
  handoverDone: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] “${what}” has a new representative`,
    body: `Dear ${name},\n\nThe hand-over of “${what}” is done. The former representative is now a manager.\n\n${link}\n`,
  }),
  handoverCalledOff: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] The hand-over of “${what}” was called off`,
    body: `Dear ${name},\n\nThe hand-over of “${what}” was called off. The representative stays the same.\n\n${link}\n`,
  }),
  recoveryOpened: ({ name, city, link, what, day }) => ({
    subject: `[${city} Tsunagu] Somebody asked to represent “${what}”`,
    body: `Dear ${name},\n\nSomebody asked at the desk to become the representative of “${what}”. The staff made sure that this person belongs to the group.\n\n${day ? `If this is right, you need not do anything. If it is not, please object here by ${day}.` : 'Please see this page. If you think it is a mistake, tell the desk at once.'}\n\n${link}\n`,
  }),
  recoveryTold: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] Somebody asked to represent “${what}”`,
    body: `Dear ${name},\n\nSomebody asked at the desk to become the representative of “${what}”. If you think it is a mistake, please tell the desk.\n\n${link}\n`,
  }),
  recoveryDone: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] “${what}” has a new representative`,
    body: `Dear ${name},\n\nAfter a check at the desk “${what}” has a new representative. The former one is now a member. If you do not know why, please tell the desk.\n\n${link}\n`,
  }),
  recoveryCalledOff: ({ name, city, link, what }) => ({
    subject: `[${city} Tsunagu] The representative of “${what}” stays the same`,
    body: `Dear ${name},\n\nThe request for a new representative of “${what}” was called off.\n\n${link}\n`,
  }),
}

/** Mails of this capability, in the language of the account. */
export const mailTexts = { ja, en }
