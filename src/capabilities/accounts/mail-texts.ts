type Told = { readonly name: string; readonly city: string; readonly link: string }
type MailText = (told: Told) => { readonly subject: string; readonly body: string }

const ja: Record<'confirm' | 'reset' | 'invitation', MailText> = {
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
    body: `${city}の「つなぐ」で「${name}」として参加するよう招待されています。\n次のリンクを開いて手続きをしてください（14日間有効、一度だけ使えます）。\n\n${link}\n`,
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
    body: `You are invited to take part in Tsunagu of ${city} as “${name}”.\nPlease open this link (good for 14 days, once).\n\n${link}\n`,
  }),
}

/** Mails of this capability, in the language of the account. */
export const mailTexts = { ja, en }
