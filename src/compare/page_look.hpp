// How the page of a comparison looks, beside what it shares with the pages of explanations.
#pragma once

#include <string_view>

namespace tiaoli::compare {

inline constexpr std::string_view page_look = R"css(
.sheet { background:var(--paper); border:1px solid var(--line); border-radius:6px; padding:1.2rem 2rem 1.5rem; margin:0 0 1.5rem; }
.facts { display:flex; flex-wrap:wrap; gap:.6rem 2.2rem; margin:.8rem 0 .2rem; } .facts b { display:block; font-size:1.5rem; line-height:1.3; font-variant-numeric:tabular-nums; }
.pairs { display:grid; grid-template-columns:1fr 1fr; gap:.3rem 1.6rem; } .pairs p { margin:.2rem 0 .5rem; text-align:justify; white-space:pre-line; }
.pairs>div { border-left:4px solid var(--line); padding-left:.8rem; min-width:0; }
del { color:var(--bad); background:#fbe9e7; } ins { color:var(--good); background:#e6f4ea; text-decoration:underline; }
.changed-article { border-top:1px solid var(--line); padding:.8rem 0 .4rem; }
.changed-article h3 { display:flex; flex-wrap:wrap; gap:.2rem .6rem; align-items:baseline; }
table.units td:first-child { white-space:nowrap; }
svg.bars { width:100%; height:auto; display:block; font-family:"Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif; font-size:13px; }
svg.bars text { fill:var(--ink); } svg.bars .name { text-anchor:end; } svg.bars .amount { font-size:12px; fill:var(--soft); }
svg.bars .old { fill:#9aa3af; } svg.bars .new { fill:#1f5f99; } svg.bars line { stroke:var(--soft); stroke-width:1; }
.legend { display:flex; gap:1.4rem; font-size:.9rem; color:var(--soft); } .legend i { display:inline-block; width:.9em; height:.9em; margin-right:.35em; vertical-align:-.1em; }
.legend .old { background:#9aa3af; } .legend .new { background:#1f5f99; }
details.flip { border:1px solid var(--line); border-radius:4px; padding:.35rem .8rem; margin:0 0 .45rem; }
details.flip>summary { display:grid; grid-template-columns:13rem minmax(0,1fr) 16rem; gap:.2rem 1rem; align-items:baseline; }
details.flip>summary::marker { content:""; } .flip .what { font-variant-numeric:tabular-nums; } .flip .cause { font-size:.9rem; color:var(--soft); }
.both { display:grid; grid-template-columns:minmax(0,1fr) minmax(0,1fr); gap:1rem; margin-top:.6rem; } .both .decision { padding:.8rem 1rem; margin:0; font-size:.92rem; }
.both .article { grid-template-columns:minmax(0,1fr); } .both>div { min-width:0; } .notice { border-left:5px solid var(--wait); padding:.3rem .9rem; background:#fff8e8; }
@media print { details.flip { break-inside:avoid; } .sheet { border:0; padding:0; } }
@media (max-width:60rem) { .pairs,.both,details.flip>summary { grid-template-columns:minmax(0,1fr); } .sheet { padding:1rem; } }
)css";

} // namespace tiaoli::compare
