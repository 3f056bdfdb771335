import pg from '/work/main/node_modules/pg/lib/index.js'
import { register } from 'node:module'
import { indexEntry } from '/work/main/src/capabilities/publishing/entry.ts'
const c = new pg.Client('postgres://tsunagu_owner@127.0.0.1:54329/lab_search'); await c.connect()
await c.query('drop table if exists e')
await c.query(`create table e (city_id int, kind text, id text, title_ja text, happened_on date, folded_title text, folded_body text, grams tsvector, primary key(city_id,kind,id))`)
const w='市民 活動 団体 子ども 食堂 環境 保全 福祉 防災 協働 まちづくり 高齢者 支援 学習 会 推進 委員会 音楽 祭り 交流 国際 文化 スポーツ 健康 見守り 清掃 海岸 里山 森 川 水 相談 講座 ボランティア センター 地域 自治会 町内会 若者 障害 歴史 観光 農業 料理 読書 図書 安全 交通 防犯 広場 公園'.split(' ')
const r=(n)=>Math.floor(Math.random()*n)
const kinds=['group','issue','theme','project','plan-item']
const N=350000, C=1741
for(let s=0;s<N;s+=2000){
 const rows=[]
 for(let i=s;i<s+2000;i++){
  const title=Array.from({length:2+r(3)},()=>w[r(w.length)]).join('')+(i%97==0?'珍獣研究':'')
  const body=Array.from({length:60+r(60)},()=>w[Math.floor(w.length*Math.random()**2)]+'のを、に'[r(4)]).join('')
  const city=i<5000?1:i<55000?2:3+(i%C)
  const k=kinds[r(5)]
  const day=`20${10+r(17)}-0${1+r(9)}-1${r(9)}`
  const ix=indexEntry(city,{kind:k,id:String(i),title:{ja:title,en:title},summary:{ja:body.slice(0,100),en:''},body:body.slice(100),url:'/',happenedOn:day})
  rows.push({city,k,id:String(i),title,day,ft:ix.title,fb:ix.body,g:ix.lexemes})
 }
 await c.query(`insert into e select (x->>'city')::int,x->>'k',x->>'id',x->>'title',(x->>'day')::date,x->>'ft',x->>'fb',array_to_tsvector(array(select jsonb_array_elements_text(x->'g'))) from jsonb_array_elements($1::jsonb) x`,[JSON.stringify(rows)])
}
console.log('filled')
await c.query(`create index on e using gin(grams)`); await c.query('create index on e (city_id,happened_on desc)'); await c.query('create index on e (happened_on desc)'); await c.query('vacuum analyze e')
console.log((await c.query(`select pg_size_pretty(pg_total_relation_size('e')) t, count(*) from e`)).rows)
await c.end()
