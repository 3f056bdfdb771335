import { chromium } from 'playwright-core'
const base='http://localhost:4102', out='/tmp/face/shots/'
const jobs=JSON.parse(process.argv[2])
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const ctxs={}
const ctxFor=async(city,who)=>{const k=city+who; if(ctxs[k])return ctxs[k]; const c=await b.newContext(); const p=await c.newPage(); if(who){await p.goto(base+'/'+city+'/sample-people?lang=ja'); await p.locator('li:has-text("'+who+'") button, tr:has-text("'+who+'") button, button:has-text("'+who+'")').first().click(); await p.waitForLoadState(); console.log(who,p.url())} await p.close(); return ctxs[k]=c}
for(const [name,path,who,widths=[360,1280]] of jobs){const city=path.split('/')[1]; const c=await ctxFor(city,who||''); for(const w of widths){const p=await c.newPage(); await p.setViewportSize({width:w,height:900}); const r=await p.goto(base+path); const over=await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth); await p.screenshot({path:`${out}${name}-${w}.png`,fullPage:true,clip:undefined}); console.log(name,w,r.status(),p.url(),'overflow',over); await p.close()}}
await b.close()
