// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textrecorder.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

namespace linewatch::ui {

namespace {

/** Takes down the text and lets everything else go. */
class RecordingEngine final : public QPaintEngine
{
public:
    RecordingEngine() : QPaintEngine(AllFeatures) { }

    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &next) override
    {
        if (next.state() & DirtyTransform)
            m_transform = next.transform();
    }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override { }
    void drawRects(const QRectF *, int) override { }
    void drawLines(const QLineF *, int) override { }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const double height = QFontMetricsF(item.font()).capHeight();
        const QRectF where(at.x(), at.y() - height, item.width(), height);
        if (!item.text().trimmed().isEmpty())
            texts.push_back({item.text(), m_transform.mapRect(where)});
    }

    std::vector<PaintedText> texts;

private:
    QTransform m_transform;
};

class RecordingDevice final : public QPaintDevice
{
public:
    explicit RecordingDevice(const QWidget &widget) : m_widget(widget) { }

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const std::vector<PaintedText> &texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    const QWidget &m_widget;
    mutable RecordingEngine m_engine;
};

} // namespace

std::vector<PaintedText> textsPaintedBy(QWidget &widget)
{
    RecordingDevice device(widget);
    widget.render(&device, {}, {}, {});
    return device.texts();
}

} // namespace linewatch::ui
