import { trustedHtml } from '#web/html/trusted-html.ts'
import { Layout } from '../../shell/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  ConfirmList,
  Deadline,
  DescriptionList,
  EmergencyBanner,
  Heading,
  Lead,
  NotificationBanner,
  ProgressIndicator,
  Prose,
  Section,
  Timeline,
} from '../index.ts'
import { frameAt, type Place } from './world.ts'

const day = (iso: string, text: string) => ({ iso, text })

const story = `<p>空き家になっていた商店を、団体と市でいっしょに直しました。</p>
<h3>団体がすること</h3><ul><li>献立を考え、食事をつくる</li><li>見守りのボランティアを募る</li></ul>
<h3>市がすること</h3><ol><li>場所を借りる</li><li>広報で知らせる</li></ol>
<blockquote><p>「ここに来ると、だれかと話せます。」</p></blockquote>`

/** A page about one thing: its facts, its history, what is expected next. */
export function ProjectShowcase(place: Place) {
  const { lang } = place
  return (
    <Layout
      {...frameAt(place, '/projects/1')}
      title="空き家を使った多世代の食堂"
      breadcrumb={[
        { label: '協働事業', href: '/projects' },
        { label: '空き家を使った多世代の食堂' },
      ]}
      updated={day('2026-11-20', '令和8年（2026年）11月20日')}
      emergency={
        <EmergencyBanner
          heading="大雨のため、市民活動センターは本日休館します"
          time={day('2026-11-20T09:00', '令和8年11月20日（金）9時')}
          more={{ href: '/news/1', label: '予約の取り扱いを見る' }}
        >
          <p>本日の予約は、料金をいただきません。</p>
        </EmergencyBanner>
      }
      person={{
        kind: 'person',
        accountId: 'a',
        name: '見本花子',
        roles: ['office'],
        departments: [],
        memberships: [],
        trusted: true,
      }}
    >
      <ChipRow>
        <ChipLabel tone="key" filled>
          実施中
        </ChipLabel>
        <ChipLabel>市民提案型</ChipLabel>
        <ChipLabel tone="success">採択</ChipLabel>
        <ChipLabel tone="warning">条件付き</ChipLabel>
        <ChipLabel tone="error">要修正</ChipLabel>
      </ChipRow>
      <Heading level={1} over="協働事業">
        空き家を使った多世代の食堂
      </Heading>
      <Lead>一人で暮らす高齢の方と子どもが、週に二度いっしょに食事をする場をつくります。</Lead>
      <NotificationBanner lang={lang} kind="warning" heading="実績報告の提出をお願いします">
        <p>
          <Deadline lang={lang} time={day('2026-11-24', '令和8年11月24日（火）')} daysLeft={4} />
        </p>
        <ButtonRow>
          <ButtonLink href="/report">実績報告を書く</ButtonLink>
        </ButtonRow>
      </NotificationBanner>
      <DescriptionList
        items={[
          { term: '団体', description: <a href="/groups/1">みんなの食堂 はまなす</a> },
          { term: '担当課', description: '高齢福祉課' },
          { term: '期間', description: '令和8年4月1日から令和9年3月31日まで' },
          { term: '事業費', description: '1,234,567円（うち市の負担 480,000円）' },
        ]}
      />
      <ProgressIndicator
        lang={lang}
        id="progress"
        label="予定した回数のうち、行った回数"
        done={61}
        all={96}
      />
      <Section id="story" title="どんな事業か">
        <Prose>{trustedHtml(story)}</Prose>
      </Section>
      <Section id="history" title="これまでと、これから">
        <Timeline
          lang={lang}
          events={[
            {
              time: day('2026-03-20', '令和8年3月20日'),
              title: '協定書を交わしました',
              by: 'みんなの食堂 はまなす／市長',
            },
            { time: day('2026-04-08', '令和8年4月8日'), title: '最初の食堂を開きました' },
            {
              time: day('2026-11-01', '令和8年11月1日'),
              title: '中間ふりかえり',
              state: 'now',
              children: <p>担当課と団体が、同じ項目で話し合っています。</p>,
            },
            { time: day('2027-03-31', '令和9年3月31日'), title: '成果報告会', state: 'next' },
          ]}
        />
      </Section>
      <ConfirmList
        lang={lang}
        sections={[
          {
            title: '送る前の確認',
            changeHref: '/edit',
            items: [
              { term: '事業の名前', description: '空き家を使った多世代の食堂' },
              { term: '参加者', description: 'のべ1,840人' },
            ],
          },
        ]}
      />
      <ButtonRow>
        <Button size="large">この内容で送る</Button>
        <Button kind="danger">取り下げる</Button>
      </ButtonRow>
      <NotificationBanner lang={lang} kind="info" heading="お知らせの見本">
        <p>手続きの流れが変わりました。</p>
      </NotificationBanner>
      <NotificationBanner lang={lang} kind="error" heading="エラーの見本">
        <p>ファイルを読み取れませんでした。もう一度選んでください。</p>
      </NotificationBanner>
    </Layout>
  )
}
