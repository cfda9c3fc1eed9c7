#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/mapped_file.hpp>
#include <maillage/formats/outlines.hpp>

namespace maillage::formats {

namespace {

using Json = nlohmann::json;
using Ring = std::vector<model::Place>;

/// A shape of the file and what the file says of it.
struct Feature {
    std::map<std::string, std::string> properties;
    std::vector<Ring> rings;
};

/// A member of an object; null when it is no object or has no such member.
const Json& member(const Json& json, const char* name) {
    static const Json null;
    if (!json.is_object()) return null;
    const auto found = json.find(name);
    return found == json.end() ? null : *found;
}

std::string word(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_number_integer()) return std::to_string(json.get<std::int64_t>());
    return {};
}

/// One reading of a file.
class Reader {
  public:
    Reader(const Json& root, std::string_view name) : root_(root), name_(name) {
        if (word(member(root, "type")) == "Topology")
            read_topology();
        else
            read_geojson(root);
        if (features_.empty()) throw base::DataError({"E491", {std::string(name_)}, {}});
    }

    [[nodiscard]] std::vector<Feature>& features() { return features_; }

  private:
    const Json& root_;
    std::string_view name_;
    std::vector<Ring> arcs_;  ///< Of a TopoJSON.
    std::vector<Feature> features_;

    [[nodiscard]] model::Place place(double longitude, double latitude) const {
        // Not written so that a NaN would pass.
        if (!(std::abs(longitude) <= 180.000001 && std::abs(latitude) <= 90.000001))
            throw base::DataError({"E492", {std::string(name_)}, {std::string(name_)}});
        return {longitude, latitude};
    }

    [[nodiscard]] std::optional<std::pair<double, double>> pair(const Json& json) const {
        if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number())
            return std::nullopt;
        return std::pair(json[0].get<double>(), json[1].get<double>());
    }

    void read_geojson(const Json& json) {
        const std::string type = word(member(json, "type"));
        if (type == "FeatureCollection") {
            for (const Json& feature : member(json, "features")) add(feature);
        } else {
            add(json);
        }
    }

    void read_topology() {
        const auto scale = pair(member(member(root_, "transform"), "scale"));
        const auto translate = pair(member(member(root_, "transform"), "translate"));
        for (const Json& arc : member(root_, "arcs")) {
            Ring& places = arcs_.emplace_back();
            double x = 0, y = 0;
            for (const Json& position : arc) {
                const auto at = pair(position);
                if (!at) continue;
                if (scale && translate) {
                    // Each position is a step from the one before, in whole numbers.
                    x += at->first;
                    y += at->second;
                    places.push_back(place(x * scale->first + translate->first,
                                           y * scale->second + translate->second));
                } else {
                    places.push_back(place(at->first, at->second));
                }
            }
        }
        for (const Json& object : member(root_, "objects")) add(object);
    }

    /// A feature, a geometry, or a collection of geometries of a TopoJSON.
    void add(const Json& json) {
        if (word(member(json, "type")) == "GeometryCollection") {
            for (const Json& geometry : member(json, "geometries")) add_shape(geometry, geometry);
            return;
        }
        const bool is_feature = word(member(json, "type")) == "Feature";
        add_shape(json, is_feature ? member(json, "geometry") : json);
    }

    void add_shape(const Json& described, const Json& geometry) {
        Feature feature;
        const std::string type = word(member(geometry, "type"));
        const bool by_arcs = !arcs_.empty();
        const Json& shape = member(geometry, by_arcs ? "arcs" : "coordinates");
        if (type == "Polygon") add_polygon(shape, by_arcs, feature);
        if (type == "MultiPolygon")
            for (const Json& polygon : shape) add_polygon(polygon, by_arcs, feature);
        if (feature.rings.empty()) return;
        const Json& properties = member(described, "properties");
        for (auto at = properties.begin(); at != properties.end() && properties.is_object(); ++at)
            if (std::string value = word(at.value()); !value.empty())
                feature.properties[at.key()] = std::move(value);
        if (std::string id = word(member(described, "id")); !id.empty())
            feature.properties["id"] = std::move(id);
        features_.push_back(std::move(feature));
    }

    void add_polygon(const Json& polygon, bool by_arcs, Feature& feature) const {
        if (!polygon.is_array()) return;
        for (const Json& line : polygon) {
            Ring ring;
            if (!line.is_array()) continue;
            for (const Json& part : line) {
                if (by_arcs) {
                    follow(part, ring);
                } else if (const auto at = pair(part)) {
                    ring.push_back(place(at->first, at->second));
                }
            }
            if (ring.size() >= 4) feature.rings.push_back(std::move(ring));
        }
    }

    /// Arc -1 is arc 0 backwards, -2 is arc 1 backwards...; each begins where the last ended.
    void follow(const Json& number, Ring& ring) const {
        if (!number.is_number_integer()) return;
        const auto signed_at = number.get<std::int64_t>();
        const auto at = static_cast<std::size_t>(signed_at < 0 ? -(signed_at + 1) : signed_at);
        if (at >= arcs_.size()) return;
        Ring arc = arcs_[at];
        if (signed_at < 0) arc = Ring(arc.rbegin(), arc.rend());
        const std::size_t first = ring.empty() || arc.empty() ? 0 : 1;
        ring.insert(ring.end(), arc.begin() + static_cast<std::ptrdiff_t>(first), arc.end());
    }
};

/// Territories by something that names them; those of two levels may have the same code.
using Names = std::map<std::string, model::TerritoryId>;

/// Every way a property may name a territory: its id, its code within a level, its name within one.
std::vector<Names> ways(const model::Dataset& data) {
    constexpr std::size_t levels = model::levels.size();
    std::vector<Names> ways(1 + 2 * levels);
    for (std::uint32_t i = 0; i < data.territories.size(); ++i) {
        const model::Territory& territory = data.territories[i];
        const model::TerritoryId id{i};
        const auto level = static_cast<std::size_t>(territory.level);
        ways[0].emplace(territory.id, id);
        // In shared sets ids are a prefix and the code: DEP-01.
        const std::size_t dash = territory.id.find('-');
        const std::string_view code = !territory.code.empty()     ? territory.code
                                      : dash == territory.id.npos ? std::string_view()
                                                                  : territory.id.substr(dash + 1);
        if (!code.empty()) ways[1 + level].emplace(code, id);
        ways[1 + levels + level].emplace(base::comparison_key(territory.name), id);
    }
    return ways;
}

std::string key_of(const std::string& value, std::size_t way) {
    return way > model::levels.size() ? base::comparison_key(value) : value;
}

/// The property and the way by which most territories are found; the same for the whole file.
void match(std::vector<Feature>& features, const model::Dataset& data,
           std::vector<model::Outline>& outlines) {
    std::set<std::string> names;
    for (const Feature& feature : features)
        for (const auto& [name, value] : feature.properties) names.insert(name);
    const std::vector<Names> all = ways(data);
    std::size_t most = 0, best_way = 0;
    std::string best_name;
    for (std::size_t way = 0; way < all.size(); ++way) {
        for (const std::string& name : names) {
            std::set<std::uint32_t> found;
            for (const Feature& feature : features) {
                const auto value = feature.properties.find(name);
                if (value == feature.properties.end()) continue;
                const auto at = all[way].find(key_of(value->second, way));
                if (at != all[way].end()) found.insert(at->second.index);
            }
            if (found.size() <= most) continue;
            most = found.size();
            best_way = way;
            best_name = name;
        }
    }
    for (Feature& feature : features) {
        model::Outline outline{{}, std::move(feature.rings)};
        const auto value = feature.properties.find(best_name);
        if (most > 0 && value != feature.properties.end()) {
            const auto at = all[best_way].find(key_of(value->second, best_way));
            if (at != all[best_way].end()) outline.territory = at->second;
        }
        outlines.push_back(std::move(outline));
    }
}

}  // namespace

std::vector<model::Outline> read_outlines(const std::filesystem::path& path,
                                          const model::Dataset& data, std::uint64_t max_input) {
    const std::string name = path.filename().string();
    const MappedFile file(path, name);
    if (file.bytes().size() > max_input)
        throw base::LimitError(
            {"E504", {std::to_string(file.bytes().size()), std::to_string(max_input)}, {}});
    const Json root = Json::parse(file.bytes(), nullptr, /*allow_exceptions=*/false);
    if (root.is_discarded()) throw base::DataError({"E490", {name}, {}});
    std::vector<model::Outline> outlines;
    match(Reader(root, name).features(), data, outlines);
    return outlines;
}

}  // namespace maillage::formats
