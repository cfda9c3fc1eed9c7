#include <cstring>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <maillage/base/text.hpp>

namespace maillage::base {

std::string_view TextArena::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > block_size) {
        // A block of its own, slipped under the one being filled.
        auto block = std::make_unique<char[]>(text.size());
        std::memcpy(block.get(), text.data(), text.size());
        const std::string_view kept(block.get(), text.size());
        blocks_.insert(blocks_.empty() ? blocks_.end() : blocks_.end() - 1, std::move(block));
        return kept;
    }
    if (used_ + text.size() > block_size) {
        blocks_.push_back(std::make_unique<char[]>(block_size));
        used_ = 0;
    }
    char* place = blocks_.back().get() + used_;
    std::memcpy(place, text.data(), text.size());
    used_ += text.size();
    return {place, text.size()};
}

std::string comparison_key(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(error);
    const auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString folded = nfkd->normalize(unicode, error).foldCase();
    icu::UnicodeString key;
    bool space = false;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        const bool invisible = c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF;
        if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || invisible)
            continue;
        if (u_isUWhiteSpace(c) != 0) {
            space = !key.isEmpty();
            continue;
        }
        if (space) key += static_cast<UChar>(' ');
        space = false;
        if (c == 0x153)
            key += u"oe";
        else if (c == 0xE6)
            key += u"ae";
        else
            key += c;
    }
    std::string result;
    key.toUTF8String(result);
    return result;
}

}  // namespace maillage::base
