#include <maillage/base/clean_text.hpp>

#include "support/catch.hpp"

using namespace maillage::base;

TEST_CASE("text is made fit to stand on a sheet") {
    CHECK(clean_text(" a\tb\n c ") == "a b c");
    CHECK(clean_text("a\u2028b\u00A0c") == "a b\u00A0c");
    CHECK(clean_text("a\x01"
                     "b\xC2\x85"
                     "c") == "a\uFFFDb\uFFFDc");
    CHECK(clean_text("\xFF\xC0\x80\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(clean_text("\xEF\xBF\xBE") == "\uFFFD");
}

TEST_CASE("text means itself in markup") {
    CHECK(escaped_xml("<b title=\"x\">&amp;</b>") ==
          "&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;");
    CHECK(escaped_xml("]]>") == "]]&gt;");
    CHECK(escaped_xml("\xE2\x80\x8F\u0627") == "\u200F\u0627");
}
