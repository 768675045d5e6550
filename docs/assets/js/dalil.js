// Wide tables scroll sideways on a phone: let the keyboard reach them too.
for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) wrap.tabIndex = 0;
