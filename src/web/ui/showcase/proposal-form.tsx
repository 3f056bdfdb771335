import { Layout } from '../../shell/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  DateInput,
  ErrorSummary,
  type FieldError,
  FileInput,
  Form,
  Heading,
  Lead,
  MoneyInput,
  RadioGroup,
  RepeatedRows,
  Select,
  StepNavigation,
  Textarea,
  TextInput,
} from '../index.ts'
import { frameAt, type Place } from './world.ts'

const mistakes: readonly FieldError[] = [
  { id: 'title', message: '事業の名前を書いてください' },
  { id: 'start', message: '始める日は、令和9年4月1日から令和10年3月31日の間で書いてください' },
  { id: 'kind', message: '提案の種類を選んでください' },
  { id: 'budget.1.amount', message: '2行目の金額を書いてください' },
  { id: 'agree', message: '内容をたしかめて、同意の欄に印を付けてください' },
]

/** The form with which a group proposes a project: empty of errors, or as it comes back. */
export function FormShowcase({ failed, ...place }: Place & { failed: boolean }) {
  const { lang } = place
  const errors = failed ? mistakes : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <Layout
      {...frameAt(place, '/proposals/new')}
      title="事業の内容を書く"
      failed={failed}
      breadcrumb={[{ label: '募集・提案', href: '/calls' }, { label: '事業の内容を書く' }]}
    >
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over="令和9年度 協働事業の提案">
        事業の内容を書く
      </Heading>
      <StepNavigation
        lang={lang}
        steps={[
          { label: '団体の確認', state: 'done', href: '/1' },
          { label: '事業の内容', state: failed ? 'error' : 'current' },
          { label: '予算', state: failed ? 'current' : 'upcoming' },
          { label: '確認して送る', state: 'upcoming' },
        ]}
      />
      <Lead>途中で保存できます。30分ほどかかります。</Lead>
      <Form action="/proposals" idempotencyKey="showcase" files keepsChanges>
        <TextInput
          lang={lang}
          name="title"
          label="事業の名前"
          required
          hint="例：空き家を使った多世代の食堂"
          error={errorOf('title')}
        />
        <Textarea
          lang={lang}
          name="purpose"
          label="目的"
          required
          hint="だれの、どんな困りごとを、どう変えたいかを書いてください。"
          max={400}
          value="一人で暮らす高齢の方と子どもが、週に二度いっしょに食事をする場をつくります。"
        />
        <DateInput
          lang={lang}
          name="start"
          label="始める日"
          required
          value={failed ? '令和8年3月1日' : ''}
          error={errorOf('start')}
        />
        <RadioGroup
          lang={lang}
          name="kind"
          label="提案の種類"
          required
          error={errorOf('kind')}
          options={[
            {
              value: 'group',
              label: '市民提案型',
              hint: '団体が考えた事業を、市といっしょに行います。',
            },
            { value: 'city', label: '行政提案型', hint: '市が示したテーマに、団体が応えます。' },
          ]}
        />
        <CheckboxGroup
          lang={lang}
          name="fields"
          label="活動の分野"
          required={false}
          inline
          values={['welfare']}
          options={[
            { value: 'welfare', label: '福祉' },
            { value: 'children', label: '子ども' },
            { value: 'town', label: 'まちづくり' },
            { value: 'culture', label: '文化・スポーツ' },
          ]}
        />
        <Select
          lang={lang}
          name="department"
          label="いっしょに進めたい課"
          required={false}
          options={[
            { value: 'a', label: '高齢福祉課' },
            { value: 'b', label: 'こども支援課' },
          ]}
        />
        <MoneyInput lang={lang} name="cost" label="市に求める金額" required value="480,000" />
        <RepeatedRows
          lang={lang}
          name="budget"
          label="支出の内訳"
          required
          columns={[
            { code: 'item', label: '項目', kind: 'text' },
            { code: 'note', label: '内容', kind: 'text' },
            { code: 'amount', label: '金額', kind: 'money' },
          ]}
          rows={[
            { item: '食材費', note: '週2回 × 48週', amount: '288,000' },
            { item: '会場費', note: '', amount: failed ? '' : '96,000' },
          ]}
          errors={failed ? { 'budget.1.amount': '金額を書いてください' } : {}}
          sum={{ column: 'amount', text: failed ? '288,000' : '384,000' }}
        />
        <FileInput
          lang={lang}
          name="files"
          label="参考になる資料"
          required={false}
          multiple
          accept={['.pdf', '.docx']}
          limits={{ types: 'PDF・Word', size: '10MB' }}
          kept={[{ id: 'f1', name: '昨年度の活動報告.pdf', size: '1.2MB', href: '/files/f1' }]}
        />
        <Checkbox
          lang={lang}
          name="agree"
          label="提案の内容が、審査の後に公開されることに同意します。"
          required
          error={errorOf('agree')}
        />
        <ButtonRow>
          <Button size="large">確認へ進む</Button>
          <Button kind="secondary" name="save" value="draft">
            保存して後で続ける
          </Button>
          <ButtonLink kind="text" href="/calls">
            やめる
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}
