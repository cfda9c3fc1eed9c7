#include <maillage/report/html_style.hpp>

namespace maillage::report {

// The blue is that of the maps (Okabe and Ito 2008). Every ink has a contrast of 4.5 or more on its
// paper. Lengths are in rem, so that paper only changes one size.
std::string_view html_style() {
    return R"css(
:root { --ink: #1a1a1a; --soft: #555555; --line: #cccccc; --blue: #0072B2; }
* { box-sizing: border-box; }
html { font: 16px/1.45 "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", Arial,
       "DejaVu Sans", sans-serif; font-size-adjust: .5; color: var(--ink); background: #f3f3f0; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 62rem; }
nav { padding: 1rem 0; }
nav a { margin-right: 1.5rem; }
a { color: var(--blue); }
a:focus-visible, .wide:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
h1, h2, h3, p, ul, ol, dl, dd, table { margin: 0; }
p, li, th, td, dt, h1, h2, h3 { unicode-bidi: isolate; overflow-wrap: break-word; }
.sheet { background: #ffffff; padding: 2.5rem 3rem; margin-bottom: 1.5rem;
         border: 1px solid var(--line); }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em;
     text-wrap: balance; }
.period { margin-top: .4rem; font-weight: 600; }
.contents { color: var(--soft); }
.part { display: grid; grid-template-columns: 10rem 1fr; column-gap: 1.5rem;
        border-top: 1px solid var(--line); padding-top: .75rem; margin-top: .9rem; }
header + .part { border-top: 3px solid var(--blue); margin-top: 1.1rem; }
h2 { font-size: 1rem; line-height: 1.35; font-weight: 650; color: var(--blue); }
.part ul { list-style: none; padding: 0; }
.part ul li { position: relative; padding-left: 1.5rem; }
.part li + li { margin-top: .35rem; }
.part li > .mark { position: absolute; left: 0; top: .32em; }
.opening li { font-size: 1.15rem; line-height: 1.35; }
.part ol { padding-left: 1.5rem; }
.part ol li { font-weight: 600; }
.part ol li::marker { color: var(--blue); }
.limits { color: var(--soft); font-size: .92rem; }
.limits p + p { margin-top: .3rem; }
.mark { width: .8em; height: .8em; overflow: visible; vertical-align: -.04em;
        fill: var(--blue); stroke: var(--blue); stroke-width: 1.6; }
.mark .half { stroke: none; }
.mark .open { fill: none; }
.legend { color: var(--soft); font-size: .85rem; margin-top: 1rem; }
.legend .mark { margin-left: .6em; }
.legend .mark:first-child { margin-left: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: baseline; padding: .22rem .6rem .22rem 0; }
th { font-weight: 400; }
thead th { color: var(--soft); font-size: .85rem; border-bottom: 1px solid var(--ink); }
tbody tr { border-bottom: 1px solid #e6e6e6; }
.figure { text-align: right; padding-right: 1.2rem; white-space: nowrap; }
td.none { color: #767676; }
.section th { padding-top: 1rem; font-weight: 650; color: var(--blue); }
.key { padding-left: 1.5rem; }
.values td { white-space: nowrap; }
.values td.words { white-space: normal; }
.values th a { color: inherit; text-decoration: underline #bbbbbb; text-underline-offset: .2em; }
.remark { font-style: italic; width: 40%; }
.wide { overflow-x: auto; margin-top: 1rem; }
.notes { margin-top: 1rem; font-size: .92rem; }
.notes p + p { margin-top: .3rem; }
.letters { list-style: none; padding: 0; margin-top: 1rem; columns: 2; font-size: .92rem; }
.methods { margin-top: 1rem; font-size: .9rem; }
.methods article { break-inside: avoid; padding-top: .7rem; }
.methods h3 { font-size: 1rem; font-weight: 650; }
.methods article:target { outline: 2px solid var(--blue); outline-offset: .4rem; }
.question { font-style: italic; }
.source, code { color: var(--soft); }
code, .hash { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .8em; }
.hash { word-break: break-all; }
.files { margin-top: 1.6rem; }
.files thead th { font-size: .9em; }
@media (max-width: 40rem) {
  .sheet { padding: 1.25rem 1rem; }
  .part { grid-template-columns: 1fr; row-gap: .4rem; }
  .letters { columns: 1; }
}
@media print {
  @page { size: A4; margin: 13mm 16mm 12mm; }
  html { font-size: 9.5pt; line-height: 1.36; background: none; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  a, .values th a { color: inherit; text-decoration: none; }
  .sheet { border: 0; padding: 0; margin: 0; break-after: page; }
  .sheet:last-child { break-after: auto; }
  h1 { font-size: 1.5rem; }
  li, tr, .notes p { break-inside: avoid; }
  .part { grid-template-columns: 8.6rem 1fr; column-gap: 1.2rem; padding-top: .55rem;
          margin-top: .65rem; }
  .part li + li { margin-top: .22rem; }
  .part th, .part td { padding-top: .1rem; padding-bottom: .1rem; }
  .part .legend { margin-top: .3rem; }
  .legend { margin-top: .8rem; }
  h2, h3, .section { break-after: avoid; }
  .wide { overflow: visible; }
  .values table, .notes { font-size: .86rem; }
  .values th, .values td { padding-top: .12rem; padding-bottom: .12rem; }
  .methods { columns: 2; column-gap: 7mm; font-size: .78rem; line-height: 1.35; }
  .methods h3 { font-size: .86rem; }
  .files table { font-size: .78rem; }
}
)css";
}

}  // namespace maillage::report
