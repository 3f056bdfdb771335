import {
  beginRun,
  checkWhole,
  findImporter,
  runPiece,
  uploadFile,
} from '#capabilities/imports/index.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { onOfficeDay } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import { firstWith, must, type World } from '../world.ts'

const header =
  '番号,施設名,フリガナ,種別,所在地,電話番号,開館時間,閉館時間,休館日,定員,バリアフリー情報,説明'

/** What a list of a town's places to meet looks like; none of them is real, and each says so. */
const rows: readonly string[] = [
  '1,市民活動ひろば（見本）,シミンカツドウヒロバ,市民活動センター,見本町一丁目1番1号,,9:00,21:00,月曜日,４０人,車いす用トイレ;エレベーター,会議室2室と印刷の作業場があります。',
  '2,ひがし公民館（見本）,ヒガシコウミンカン,公民館,見本町二丁目3番,,9時,午後9時,第3月曜日,60人,車いす用トイレ,調理室と和室があります。',
  '3,にし交流館（見本）,ニシコウリュウカン,コミュニティセンター,西見本4-5,,9:00,17:00,年末年始,25,,自治会の集まりに使われています。',
  '4,みなみ図書室（見本）,ミナミトショシツ,図書館,南見本12,,10:00,18:00,火曜日,,車いす用トイレ;授乳室,読み聞かせの会があります。',
  '5,きた運動広場（見本）,キタウンドウヒロバ,体育館,北見本7番地,,8:30,17:00,,,,',
  '5,きた運動広場（見本）,キタウンドウヒロバ,体育館,北見本7番地,,8:30,17:00,,,,',
  '合計,5か所,,,,,,,,,,',
]

const importPlaces =
  (city: City): Deed =>
  async (scope) => {
    const importer = findImporter('facilities')
    if (!importer) throw new Error('nothing imports facilities')
    const sheet = rows.join('\r\n')
    const given = {
      name: '市内の施設（見本）.csv',
      bytes: Buffer.from(`市内の集まれる場所（見本）\r\n${header}\r\n${sheet}\r\n`),
      importers: [importer],
      channel: 'web' as const,
    }
    const one = await checkWhole(scope, city, must(await uploadFile(scope, city, given), 'places'))
    await beginRun(scope, one, 'rows')
    while (await runPiece(scope, city, one.id));
  }

const daysBack = 40

/** Places to meet, as the office took them from a list: one row twice, and a sum at its end. */
export const registerMoments = ({ city, story, now }: World): Moment[] => [
  {
    at: onOfficeDay(tokyoInstant(addDays(tokyoDayOf(now), -daysBack), '10:30'), 'prev_business'),
    by: firstWith(story, 'office'),
    deed: importPlaces(city),
  },
]
