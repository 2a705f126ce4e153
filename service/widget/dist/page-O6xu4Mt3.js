import{l as B,F as b,D as u,b as i,A as m,g as $,f as C,w as h,k as D,a as M}from"./chat-Cch8WFgx.js";const y=12;class N{constructor(t,a,s){this.panel=t,this.base=a,this.words=s}#a=[];#e=null;#n=!1;#s="";speak(t){this.words=t,this.#t()}async refresh(){try{this.#a=await B(`${this.base}v1/documents`),this.#e=null}catch(t){this.#e=t instanceof b?t:new b("page")}this.#t()}#t(){u(this.#e?this.#i():this.#a.length?this.#r():this.#l(),this.panel)}#i(){const{loaded:t,failures:a,retry:s}=this.words;return i`<p class="faint">${t.failed}${a[this.#e.kind]?.[1]}</p>
      <button type="button" class="quiet small" @click=${()=>{this.refresh()}}>${s}</button>`}#l(){return i`<p class="faint">${this.words.loaded.empty}</p>`}#r(){const{loaded:t}=this.words,a=this.#a.filter(n=>!n.superseded_by),s=[...new Set(a.map(n=>n.year))].filter(Boolean).sort((n,o)=>o-n),g=R(a),c=[...g].filter(([n])=>n.includes(this.#s)),f=this.#n||this.#s?c:c.slice(0,y),A=a.reduce((n,o)=>n+o.facts,0);return i`
      <p class="summary-line">${t.line(g.size,a.length)}</p>
      ${g.size>y?this.#c():m}
      <div class="matrix-room" tabindex="0" role="region" aria-label=${t.matrix}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">${t.body}</th>
              ${s.map(n=>i`<th scope="col">${n}</th>`)}
            </tr>
          </thead>
          <tbody lang="zh-CN">
            ${f.map(([n,o])=>i`<tr>
                <th scope="row">${n}</th>
                ${s.map(S=>i`<td>${this.#o(o.filter(q=>q.year===S))}</td>`)}
              </tr>`)}
          </tbody>
        </table>
      </div>
      ${f.length<c.length?i`<button type="button" class="quiet small" @click=${()=>this.#d()}>${t.more(c.length)}</button>`:m}
      <p class="faint">${t.figures($(A))}</p>
    `}#o(t){const{loaded:a}=this.words;return t.length?t.map(s=>i`<a
        class="edition"
        href=${C(this.base,s.id)}
        target="_blank"
        rel="noopener"
        title=${a.described(s.file,s.pages,$(s.facts))}
        aria-label="${s.year} ${s.kind} ${s.file}"
        >${s.kind}</a
      >`):i`<span class="none" aria-label=${a.none}>—</span>`}#c(){const t=s=>{this.#s=s.target.value.trim(),this.#t()},{filter:a}=this.words.loaded;return i`<input type="search" class="filter" placeholder=${a} aria-label=${a} @input=${t} />`}#d(){this.#n=!0,this.#t()}}function R(e){const t=new Map;for(const a of e){const s=a.entity||a.title||a.file;t.set(s,[...t.get(s)??[],a])}return t}const T=new URL(".",document.baseURI).href,v=new URLSearchParams(location.search),r=e=>document.getElementById(e),l=r("chat"),d=r("language"),p=r("large"),w=r("renew"),L=new N(r("loaded-body"),T,h(""));function U(){const e=/^zh-(tw|hk|mo|hant)/i.test(navigator.language)?"zh-TW":"zh-CN";return h(v.get("locale")||M("locale")||e).lang}function E(e){document.documentElement.lang=e.lang,l.locale=e.lang,d.value=e.lang;const t={skip:e.page.skip,line:e.page.line,footing:e.page.footing,large:e.large,renew:e.renew,"language-label":e.page.language,"loaded-title":e.loaded.title,"asks-title":e.page.askTitle,"sources-title":e.page.sourceTitle};for(const[a,s]of Object.entries(t))r(a).textContent=s;p.title=e.largeHint,u(e.page.asks.map(a=>i`<li>${a}</li>`),r("asks")),u(e.page.sources.map(a=>i`<li>${a}</li>`),r("sources")),L.speak(e)}function x(){document.documentElement.classList.toggle("large",l.isLarge),p.setAttribute("aria-pressed",String(l.isLarge))}function z(){w.hidden=!l.begun,document.body.classList.toggle("begun",l.begun)}d.addEventListener("change",()=>{D("locale",d.value),E(h(d.value))});p.addEventListener("click",()=>l.enlarge());w.addEventListener("click",()=>l.renew());r("skip").addEventListener("click",e=>{e.preventDefault(),l.focus()});l.addEventListener("mingbai:large",x);l.addEventListener("mingbai:change",z);l.addEventListener("mingbai:place",e=>{document.body.classList.toggle("beside",e.detail==="open")});for(const e of document.querySelectorAll("aside details"))e.open=matchMedia("(min-width: 1088px)").matches;E(h(U()));x();z();L.refresh();const k=v.get("answer");k&&l.recall(k);
