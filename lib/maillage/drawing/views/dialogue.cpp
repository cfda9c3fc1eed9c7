// Meetings and who came: tickets on a ring in the order of their dates, the most regular in the
// middle, those who came once outside, those who never came hollow on the border.

#include <algorithm>
#include <array>
#include <optional>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/figures.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/meetings.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/view.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using metrics::Scope;

/// Tickets on A4, and lines that can still be followed; A3 holds more.
constexpr std::size_t most_tickets = 24, most_lines = 500;

const base::Words no_meeting{"nous ne connaissons aucune rencontre.", "we know of no meeting."};
const Phrase met{{"{0} rencontre a réuni {1}{2}.", "{0} meeting brought together {1}{2}."},
                 {"{0} rencontres ont réuni {1}{2}.", "{0} meetings brought together {1}{2}."}};
const base::Words of_ours{"{0} de nos {1}", "{0} of our {1}"};
const Phrase and_outsiders{{", et {0} d’ailleurs", ", and {0} from elsewhere"},
                           {", et {0} d’ailleurs", ", and {0} from elsewhere"}};
const base::Words heading_who{"Qui est venu", "Who came"};
const base::Words heading_meetings{"Rencontres", "Meetings"};
const base::Words heading_list{"Les rencontres, et combien y sont venus",
                               "The meetings, and how many came"};
const Phrase never_came{{"{0} jamais venu", "{0} never came"},
                        {"{0} jamais venus", "{0} never came"}};
const Phrase outsiders{{"{0} venu d’ailleurs", "{0} came from elsewhere"},
                       {"{0} venus d’ailleurs", "{0} came from elsewhere"}};
const Phrase held{{"{0} rencontre", "{0} meeting"}, {"{0} rencontres", "{0} meetings"}};
const Phrase in_series{
    {"dont {0} de même nom qu’une autre", "of which {0} with the name of another"},
    {"dont {0} en séries de même nom ({1})", "of which {0} in series of one name ({1})"}};
const Phrase without_sheet{
    {"dont {0} sans présence notée", "of which {0} at which nobody was noted"},
    {"dont {0} sans présence notée", "of which {0} at which nobody was noted"}};
const base::Words in_the_middle{
    "au milieu\u202f: les plus assidus\u202f; dehors\u202f: venus une fois",
    "in the middle: the most regular; outside: came once"};
const Phrase came_once{{"{0} venu une seule fois", "{0} came once only"},
                       {"{0} venus une seule fois", "{0} came once only"}};
const base::Words multiplied{"×3 sur un symbole\u202f: trois acteurs de cette nature",
                             "×3 on a symbol: three actors of that kind"};
const Phrase planned{
    {"{0} rencontre prévue après cette date", "{0} meeting planned after this date"},
    {"{0} rencontres prévues après cette date", "{0} meetings planned after this date"}};
const Phrase undetermined{{"{0} rencontre dont la date ne dit pas si elle est de la période",
                           "{0} meeting whose date does not say whether it is of the period"},
                          {"{0} rencontres dont la date ne dit pas si elles sont de la période",
                           "{0} meetings whose dates do not say whether they are of the period"}};
const base::Words by_series{
    "Rencontres réunies par série\u202f: une par une, elles ne seraient plus "
    "lisibles",
    "Meetings merged by series: one by one, they could not be read"};
const base::Words by_month{
    "Rencontres réunies par mois\u202f: une par une, elles ne seraient plus "
    "lisibles",
    "Meetings merged by month: one by one, they could not be read"};
const base::Words by_year{
    "Rencontres réunies par année\u202f: une par une, elles ne seraient plus "
    "lisibles",
    "Meetings merged by year: one by one, they could not be read"};
const base::Words actors_by_kind{"acteurs réunis par nature et par nombre de venues",
                                 "actors merged by kind and by how often they came"};
const base::Words reading_of_dialogue{
    "Lecture\u202f: un carton est une rencontre, jointe à chacun de ceux qui y sont venus\u202f; "
    "les cartons se suivent par date, dans le sens des aiguilles d’une montre, depuis le haut.",
    "Reading: a card is a meeting, joined to each of those who came; cards follow one another by "
    "date, clockwise from the top."};
const base::Words description_of_dialogue{
    "Carte des rencontres et de ceux qui y sont venus. Les plus assidus sont au milieu, ceux qui "
    "sont venus une fois au bord, ceux qui ne sont jamais venus sur le pourtour, creux.",
    "Map of the meetings and of those who came. The most regular are in the middle, those who came "
    "once outside, those who never came hollow on the border."};
const base::Words nothing_met{"Aucune rencontre connue de nous", "No meeting known to us"};

/// The figures of dialogue_event_count and dialogue_reach.
struct Dialogue {
    std::int64_t meetings = 0, planned = 0, came = 0, outside = 0;
    std::optional<std::int64_t> of;  ///< Absent where the list is no denominator.
    std::array<std::int64_t, model::kinds.size()> kinds{};
};

void take(const metrics::Estimate& row, Dialogue& figures) {
    const auto whole = [](std::optional<double> value) {
        return static_cast<std::int64_t>(value.value_or(0));
    };
    const auto measure = metrics::key_part(row.key, metrics::KeyName::measure),
               kind = metrics::key_part(row.key, metrics::KeyName::kind);
    if (row.metric == "dialogue_event_count") {
        (measure ? figures.planned : figures.meetings) = whole(row.value);
    } else if (measure) {
        if (*measure == "outside") figures.outside = whole(row.value);
    } else if (kind) {
        for (std::size_t k = 0; k < model::kinds.size(); ++k)
            if (model::kinds[k].code == *kind) figures.kinds[k] = whole(row.numerator);
    } else {
        figures.came = whole(row.numerator);
        if (row.status == metrics::Status::ok) figures.of = whole(row.denominator);
    }
}

Dialogue dialogue_of(const Viewpoint& from) {
    const Figures told(from, {"dialogue_event_count", "dialogue_reach"});
    Dialogue figures;
    for (const metrics::Estimate& row : told.rows()) take(row, figures);
    return figures;
}

/// A meeting as it is drawn on map and legend alike, centred at (0, 0).
Item ticket_item(const Alliance& ticket, const Style& style) {
    Item item;
    item.shape = Shape::box;
    item.label = ticket.label;
    item.font_size = style.small();
    item.width = text_width(ticket.label, item.font_size) + 7 * style.scale;
    item.height = 13 * style.scale;
    item.fill = ticket_fill;
    item.rim_width = ticket.born ? 2 : 0.8;
    if (ticket.state == State::silent) {
        item.fill = paper_white;
        item.stroke = Stroke::dashed;
    }
    return item;
}

Manner manner_of(const Scene& scene) {
    return {
        ticket_item,
        [](const Alliance&, std::uint32_t from, std::uint32_t to) {
            return Line{from, to, "#999999", 0.6, Stroke::solid};
        },
        [&scene](std::span<const Body> bodies, std::span<const Tied> ties, const Rectangle& area) {
            return place_as_wished(bodies, ties, ring_of_meetings(scene), area);
        }};
}

class DialogueView {
  public:
    explicit DialogueView(const Viewpoint& from)
        : from_(from),
          scope_(from.scope),
          language_(from.options.language),
          figures_(dialogue_of(from)),
          times_(from.options.paper == Paper::a3 ? 2 : 1),
          tickets_(tickets_for(from.scope, most_tickets * times_)) {
        scope_.view.seats.for_each([&](std::uint32_t actor) {
            if (!scope_.is_active(actor)) return;
            ++listed_;
            if (scope_.data.actors[actor].person) ++persons_;
        });
    }

    Drawing run() {
        for (const Attendees attendees :
             {Attendees::each, Attendees::who_came, Attendees::who_came_back, Attendees::by_times})
            if (auto drawing = draw(attendees)) return std::move(*drawing);
        throw base::LimitError({"S021", {std::to_string(listed_)}, {}});
    }

  private:
    const Viewpoint& from_;
    const Scope& scope_;
    Language language_;
    Dialogue figures_;
    std::size_t times_;
    Tickets tickets_;
    std::int64_t listed_ = 0, persons_ = 0;

    [[nodiscard]] std::string in_language(const base::Words& words) const {
        return std::string(words.in(language_));
    }
    void add(LegendPart& part, const Phrase& phrase, std::int64_t count, Sign sign = {},
             const std::vector<std::string>& others = {}) const {
        add_row(part, phrase, count, language_, std::move(sign), others);
    }

    std::optional<Drawing> draw(Attendees attendees) const {
        const MeetingScene made = make_meetings(scope_, from_.naming, from_.options, tickets_,
                                                attendees, most_tickets * times_);
        std::size_t lines = 0;
        for (const Alliance& ticket : made.scene.alliances) lines += ticket.parties.size();
        if (lines > most_lines * times_ && attendees != Attendees::by_times) return std::nullopt;
        const LegendParts parts = legend_of(made);
        const Texts texts = write(attendees);
        const Manner manner = manner_of(made.scene);
        const MarginList list{in_language(heading_list), made.rows};
        constexpr std::array ways{Names::beside, Names::numbered};
        return network_sheet({parts, made.scene, texts, from_.options, &manner, &list}, ways);
    }

    LegendParts legend_of(const MeetingScene& made) const {
        Counts counts;
        counts.kinds = figures_.kinds;
        LegendParts parts;
        parts.symbols = legend_of_kinds(counts, language_);
        parts.symbols.heading = in_language(heading_who);
        Symbol sample;
        sample.membership = Membership::elsewhere;
        sample.tie = Tie::current;
        add(parts.symbols, outsiders, made.elsewhere, sign_of(actor_item(sample, 9)));
        add(parts.symbols, never_came, listed_ - figures_.came, sign_of(actor_item({}, 9)));
        add(parts.symbols, came_once, made.came_once);
        const auto is_multiplied = [](const Symbol& symbol) { return !symbol.label.empty(); };
        if (std::ranges::any_of(made.scene.symbols, is_multiplied))
            parts.symbols.rows.push_back({{}, in_language(multiplied)});
        parts.relations = meetings_of(made);
        parts.hidden = hidden(made, counts);
        return parts;
    }

    LegendPart meetings_of(const MeetingScene& made) const {
        LegendPart part{in_language(heading_meetings), {}};
        Alliance ticket;
        const auto sign = [&] {
            Item item = ticket_item(ticket, Style());
            item.width = 15;
            item.height = 8;
            return sign_of(item);
        };
        add(part, held, figures_.meetings, sign());
        ticket.born = true;
        const bool single = tickets_ == Tickets::meetings;
        const bool marked = single && made.in_series < figures_.meetings;
        add(part, in_series, made.in_series, marked ? sign() : Sign(),
            {std::to_string(made.series)});
        ticket.born = false;
        ticket.state = State::silent;
        add(part, without_sheet, made.without_sheet, single ? sign() : Sign());
        if (figures_.meetings > 0) part.rows.push_back({{}, in_language(in_the_middle)});
        return part;
    }

    LegendPart hidden(const MeetingScene& made, const Counts& counts) const {
        LegendFacts facts = legend_facts(scope_, counts, made.scene, from_.options);
        if (!made.scene.merges_persons) facts.pseudonyms = persons_;
        LegendPart part = legend(counts, facts).hidden;
        add(part, planned, figures_.planned);
        add(part, undetermined, static_cast<std::int64_t>(scope_.events.undetermined));
        return part;
    }

    [[nodiscard]] std::string title() const {
        const std::string moment = drawing::moment(scope_, language_);
        if (figures_.meetings == 0) return opened(moment + in_language(no_meeting));
        const Phrase& who = persons_ > 0 ? words::actors : words::bodies;
        const std::string came = base::readable(figures_.came, language_);
        const std::string whom =
            figures_.of ? say(of_ours, language_, {came, say(who, *figures_.of, language_)})
                        : say(who, figures_.came, language_);
        const std::string outside =
            figures_.outside > 0 ? say(and_outsiders, figures_.outside, language_) : "";
        return opened(moment + say(met, figures_.meetings, language_, {whom, outside}));
    }

    [[nodiscard]] Texts write(Attendees attendees) const {
        Texts texts = texts_around(scope_, scope_.view.events.attribution, from_.options,
                                   in_language(reading_of_dialogue));
        texts.title = title();
        texts.description = in_language(description_of_dialogue);
        texts.nothing = in_language(nothing_met);
        if (tickets_ == Tickets::series) join(texts.notice, in_language(by_series));
        if (tickets_ == Tickets::months) join(texts.notice, in_language(by_month));
        if (tickets_ == Tickets::years) join(texts.notice, in_language(by_year));
        if (attendees == Attendees::by_times) join(texts.notice, in_language(actors_by_kind));
        return texts;
    }
};

}  // namespace

Drawing dialogue_view(const Viewpoint& from) {
    return DialogueView(from).run();
}

}  // namespace maillage::drawing
