// How a page looks on a screen and on A4.
#pragma once

#include <string_view>

namespace tiaoli::explain {

inline constexpr std::string_view page_style = R"css(
:root { --ink:#1d1d1f; --soft:#5b5f66; --line:#d5d8dd; --paper:#fff; --ground:#f4f5f7;
  --good:#1b6b3a; --bad:#a3271f; --wait:#8a5a00; --other:#4a5568; }
* { box-sizing:border-box; }
body { margin:0; background:var(--ground); color:var(--ink); line-height:1.65; font-size:16px;
  font-family:"仿宋","仿宋_GB2312",FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif; }
h1,h2,h3,summary,th,.tag,.mark,nav { font-family:"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif; }
main { max-width:72rem; margin:0 auto; padding:1rem; }
.decision { background:var(--paper); border:1px solid var(--line); border-radius:6px; padding:1.5rem 2rem; margin:0 0 1.5rem; }
h1 { font-size:1.45rem; margin:0 0 .4rem; display:flex; flex-wrap:wrap; gap:.3rem 1rem; align-items:baseline; }
h2 { font-size:1.1rem; margin:1.6rem 0 .5rem; padding-bottom:.2rem; border-bottom:2px solid var(--line); }
h3 { font-size:1rem; margin:0 0 .4rem; }
.verdict { border:2px solid currentColor; border-radius:4px; padding:0 .6rem; font-size:1.15rem; }
.v-pass,.held>summary>.mark { color:var(--good); } .v-fail,.failed>summary>.mark { color:var(--bad); }
.v-wait,.doubtful>summary>.mark { color:var(--wait); } .v-other { color:var(--other); }
.soft,.place { color:var(--soft); } .place { font-size:.88em; }
table { border-collapse:collapse; width:100%; } th,td { text-align:left; vertical-align:top; padding:.3rem .6rem; border-bottom:1px solid var(--line); }
th { font-size:.9rem; color:var(--soft); font-weight:600; }
td.kind { white-space:nowrap; width:1%; }
td.figure,th.figure,.value { font-variant-numeric:tabular-nums; } td.figure,th.figure { text-align:right; white-space:nowrap; }
.how>td { padding-top:0; border-bottom:1px solid var(--line); } .total>td { border-bottom:0; }
.article { display:grid; grid-template-columns:minmax(0,1fr) 20rem; gap:.4rem 1.6rem; border-top:1px solid var(--line); padding:.9rem 0; }
.article>aside { border-left:4px solid var(--line); padding-left:.9rem; }
blockquote { margin:0; color:#333; } blockquote p { margin:0 0 .5rem; text-indent:2em; text-align:justify; }
details { margin:.1rem 0; } summary { cursor:pointer; } summary:hover { background:var(--ground); }
details.rule { border:1px solid var(--line); border-radius:4px; padding:.3rem .7rem; margin:0 0 .4rem; }
details.rule.failed { border-color:var(--bad); border-left-width:5px; } details.rule.doubtful { border-color:var(--wait); border-left-width:5px; }
.mark { display:inline-block; min-width:1.4em; font-weight:700; } .tag { font-size:.85rem; border:1px solid currentColor; border-radius:3px; padding:0 .3rem; margin-left:.4rem; }
.said { margin:.2rem 0 .2rem 1.4em; } .said>b { font-weight:600; } .gap { color:#1f4e8c; }
.steps { margin:.2rem 0 .2rem 1.2rem; padding-left:.6rem; border-left:1px dotted var(--line); }
.steps summary { font-family:inherit; } .line { padding-left:1.05rem; }
.formula { font-family:"Noto Sans CJK SC",SimHei,sans-serif; font-size:.93em; background:var(--ground); padding:.05rem .4rem; border-radius:3px; }
.value { font-weight:600; white-space:nowrap; } .law-here { margin-left:1.05rem; font-size:.93em; }
ul.readings { padding-left:1.2rem; margin:.2rem 0; } ul.readings li { margin:.25rem 0; }
footer { color:var(--soft); font-size:.85rem; }
@media (max-width:60rem) { .article { grid-template-columns:1fr; } .decision { padding:1rem; } }
@page { size:A4; margin:20mm 18mm; }
@media print { body { background:none; font-size:10.5pt; } main { padding:0; max-width:none; } .screen { display:none; }
  .decision { border:0; padding:0; margin:0; break-after:page; } .decision:last-child { break-after:auto; }
  .article { grid-template-columns:minmax(0,1fr) 55mm; } details.rule,tr { break-inside:avoid; } details.rule[open] { break-inside:auto; } h2,h3 { break-after:avoid; } }
)css";

} // namespace tiaoli::explain
